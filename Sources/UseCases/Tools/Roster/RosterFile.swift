import Foundation
import Languages
package import Store
import SwiftCSV

/// The bytes of one table, as a file gave them.
package struct RosterFile: Sendable {
    package let table: RosterTable
    package let bytes: [UInt8]

    package init(table: RosterTable, bytes: [UInt8]) {
        self.table = table
        self.bytes = bytes
    }

    /// One row, by the names of the columns.
    struct Line {
        /// Counts from 1, the heading included.
        let number: Int
        let cells: [String: String]
    }

    /// Reads UTF-8, with a byte order mark or without, or GB 18030.
    ///
    /// - Throws: `RosterFault` where it is neither, or no table of this kind.
    func lines() throws(RosterFault) -> [Line] {
        var rows = try parsed(try text())
        guard !rows.isEmpty else {
            throw fault(
                1, Label(zh: "文件是空的", en: "the file is empty"),
                Label(zh: "请从表头写起", en: "begin with the headings"))
        }
        let names = try names(rows.removeFirst())
        var lines: [Line] = []
        var number = 2
        for row in rows {
            let here = number
            number += 1 + row.reduce(0) { $0 + $1.count { $0.isNewline } }
            if row.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
            // What a spreadsheet leaves out at the end of a line is empty.
            guard row.count <= names.count || row[names.count...].allSatisfy(\.isEmpty) else {
                throw fault(
                    here,
                    Label(
                        zh: "有 \(row.count) 格，表头只有 \(names.count) 格",
                        en: "it has \(row.count) cells under \(names.count) headings"),
                    Label(
                        zh: "含逗号的格请加引号", en: "put a cell with a comma in quotation marks"))
            }
            lines.append(
                Line(
                    number: here,
                    cells: Dictionary(
                        zip(names, row.map(Self.plain)).compactMap { name, cell in
                            name.map { ($0, cell) }
                        }
                    ) { first, _ in first }))
        }
        return lines
    }

    private func text() throws(RosterFault) -> String {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let chinese = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: chinese) else {
            throw fault(
                1, Label(zh: "既不是 UTF-8 也不是 GB 18030", en: "it is neither UTF-8 nor GB 18030"),
                Label(zh: "请另存为“CSV UTF-8”", en: "save it as “CSV UTF-8”"))
        }
        return text
    }

    private func parsed(_ text: String) throws(RosterFault) -> [[String]] {
        // One kind of line end: a CR and LF together are one character of the parser's.
        let text = text.replacingOccurrences(of: "\r\n", with: "\n")
            .replacingOccurrences(of: "\r", with: "\n")
        // The parser takes an open quotation mark to the end of the file without a word.
        guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw fault(
                1, Label(zh: "有引号没有配对", en: "a quotation mark is not closed"),
                Label(zh: "格内的引号请写两个", en: "write one inside a cell twice"))
        }
        var rows: [[String]] = []
        do {
            try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false)
                .enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0) }
        } catch {
            throw fault(
                rows.count + 1, Label(zh: "不是 CSV：\(error)", en: "it is no CSV: \(error)"),
                Label(zh: "请重新另存为 CSV", en: "save it as CSV again"))
        }
        return rows
    }

    /// Finds each column by its identifier or by its Chinese name; nil for a heading that is empty.
    private func names(_ row: [String]) throws(RosterFault) -> [String?] {
        var names: [String?] = []
        for cell in row {
            let heading = cell.trimmingCharacters(in: .whitespaces)
            guard !heading.isEmpty else {
                names.append(nil)
                continue
            }
            let found = table.columns.first {
                [$0.heading, $0.name, $0.zh].contains(heading)
            }
            guard let found, !names.contains(found.name) else {
                throw fault(
                    1,
                    Label(
                        zh: "表头“\(heading)”不认识或重复",
                        en: "the heading “\(heading)” is unknown or stands twice"),
                    Label {
                        $0("表头有：", "the headings are: ") + $0.list(table.headings)
                    })
            }
            names.append(found.name)
        }
        for column in table.columns where column.isRequired && !names.contains(column.name) {
            throw fault(
                1,
                Label(
                    zh: "缺少“\(column.heading)”列", en: "the column “\(column.heading)” is missing"),
                Label(zh: "请补上", en: "add it"))
        }
        return names
    }

    private func fault(_ line: Int, _ problem: Label, _ remedy: Label) -> RosterFault {
        RosterFault(table: table, line: line, problem: problem, remedy: remedy)
    }

    /// Takes away what an export adds so that spreadsheets leave a cell as it is.
    private static func plain(_ cell: String) -> String {
        var text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasPrefix("'"), let second = text.dropFirst().unicodeScalars.first,
            "=+-@＝＋－＠".unicodeScalars.contains(second)
        {
            text.removeFirst()
        }
        return text
    }
}
