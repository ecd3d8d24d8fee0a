package import Foundation

/// A table of texts as a file for spreadsheets.
package struct PlainTable: Sendable {
    /// How the file is encoded.
    package enum Encoding: String, CaseIterable, Sendable {
        /// With the byte order mark by which Excel and WPS know it.
        case utf8
        case gb18030
    }

    private let headings: [String]
    private let rows: [[String?]]

    package init(headings: [String], rows: [[String?]]) {
        self.headings = headings
        self.rows = rows
    }

    /// The bytes of the file. Source: RFC 4180; DOMAIN §10.
    package func data(_ encoding: Encoding) -> Data {
        let lines = ([headings] + rows).map { row in
            row.map { CSVCell.text($0).encoded }.joined(separator: ",") + "\r\n"
        }
        let text = lines.joined()
        switch encoding {
        case .utf8: return Data(("\u{FEFF}" + text).utf8)
        case .gb18030:
            // The encoding holds every character of Unicode.
            return text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data(text.utf8)
        }
    }
}
