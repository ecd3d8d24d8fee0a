import APIModel
import Languages

/// Writes a list for programs.
struct ListWriter<Column: ListColumn> {
    let form: ListForm
    let fields: JSONFields?
    /// Those of a table for which no members are named.
    let columns: [Column]
    let language: Language

    typealias Line = (item: Column.Item, value: JSONValue)

    /// - Parameter next: where the page after this one begins.
    func text(_ lines: [Line], next: String?) throws(StaffError) -> String {
        try fields?.check(lines.map(\.value), knownBy: lines.first?.item)
        switch form {
        case .document:
            let items = lines.map { fields?.reduced($0.value) ?? $0.value }
            return try PrettyJSON.text([
                "items": JSONValue.list(items), "next": next.map(JSONValue.text) ?? .null,
            ])
        case .lines: return try Self.joined(lines.map { fields?.reduced($0.value) ?? $0.value })
        case .table, .people: return try table(lines).map { $0 + "\n" }.joined()
        }
    }

    private static func joined(_ values: [JSONValue]) throws(StaffError) -> String {
        var text = ""
        for value in values { text += try PrettyJSON.line(value) + "\n" }
        return text
    }

    private func table(_ lines: [Line]) throws(StaffError) -> [String] {
        guard let fields else {
            return ColumnTable(
                columns: columns, items: lines.map(\.item),
                words: ListWords(language: language, now: nil)
            ).tabSeparated
        }
        var rows = [TabSeparated.line(fields.names)]
        for line in lines {
            rows.append(TabSeparated.line(try fields.cells(line.value, in: language)))
        }
        return rows
    }
}
