import Workflow

/// One column of a table: what it is called, and what it says of a row.
struct Column<Row>: Sendable {
    let zh: String
    let en: String
    let cell: @Sendable (Row) -> CSVCell

    init(_ zh: String, _ en: String, _ cell: @escaping @Sendable (Row) -> CSVCell) {
        self.zh = zh
        self.en = en
        self.cell = cell
    }

    /// A column of an attribute, which people call as the ledger has it.
    init(
        _ zh: String, of attribute: Attribute, _ cell: @escaping @Sendable (Row) -> CSVCell
    ) {
        self.init(zh, attribute.name, cell)
    }

    /// Chinese for people, the identifier for programs.
    var heading: String { "\(zh) \(en)" }
}

/// Writes rows of one kind as lines. Source: RFC 4180.
struct CSVTable<Row>: Sendable {
    let columns: [Column<Row>]

    /// By which Excel and WPS know UTF-8.
    static var byteOrderMark: String { "\u{FEFF}" }

    var head: String { head(below: nil) }

    /// - Parameter notice: what is said above the headings.
    func head(below notice: String?) -> String {
        Self.byteOrderMark + (notice.map { Self.line([.text($0)]) } ?? "")
            + Self.line(columns.map { .text($0.heading) })
    }

    func line(_ row: Row) -> String { Self.line(columns.map { $0.cell(row) }) }

    private static func line(_ cells: [CSVCell]) -> String {
        cells.map(\.encoded).joined(separator: ",") + "\r\n"
    }
}
