/// One value of a table, as spreadsheets and programs must both read it.
///
/// Source: RFC 4180; DOMAIN §10.
enum CSVCell: Hashable, Sendable {
    case empty
    /// Text of any origin; never taken for a formula or a number.
    case text(String)
    /// Digits of our own, with sign and point.
    case number(String)

    static func text(_ value: String?) -> CSVCell { value.map { .text($0) } ?? .empty }
    static func count(_ value: Int) -> CSVCell { .number(String(value)) }

    /// The cell as it stands in the file.
    var encoded: String {
        switch self {
        case .empty: ""
        case .number(let digits): digits
        case .text(let text): Self.quoted(Self.kept(Self.neutralised(text)))
        }
    }

    /// Takes the force from what a spreadsheet would run as a formula.
    private static func neutralised(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else {
            return text
        }
        return "'" + text
    }

    /// Keeps what looks like a number, but is a name, as it is written.
    ///
    /// Excel and WPS round numbers after 15 digits, drop leading zeros and read `12E4` as a power.
    /// `="…"` would stop that, but is a formula, and what another program reads is no longer the
    /// value. A tab at the end stops it too: it is not seen, and goes when white space is trimmed.
    private static func kept(_ text: String) -> String {
        looksLikeNumber(text) ? text + "\t" : text
    }

    private static func looksLikeNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digitCount = bytes.count { isDigit($0) }
        if digitCount == bytes.count {
            return bytes.count > 11 || (bytes.count > 1 && bytes.first == UInt8(ascii: "0"))
        }
        guard digitCount == bytes.count - 1, let first = bytes.first, isDigit(first),
            let last = bytes.last, isDigit(last)
        else { return false }
        return bytes.contains(UInt8(ascii: "E")) || bytes.contains(UInt8(ascii: "e"))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func quoted(_ text: String) -> String {
        // Scalars, since a CR and LF together are one character.
        guard text.unicodeScalars.contains(where: needsQuotes.contains) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Full-width forms too: a Chinese spreadsheet takes them for the plain ones.
    private static let formulaStarts = Set("=+-@\t\r＝＋－＠".unicodeScalars)
    private static let needsQuotes: Set<Unicode.Scalar> = ["\"", ",", "\r", "\n", "\t"]
}
