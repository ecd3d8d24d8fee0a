/// The lines of a text as the parser counts them, from 1.
struct TextLines {
    private let lines: [String]

    init(_ text: String) {
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    var count: Int { lines.count }

    subscript(range: ClosedRange<Int>) -> ArraySlice<String> {
        lines[range.lowerBound - 1...range.upperBound - 1]
    }

    /// How many spaces a line begins with.
    func indentation(_ line: Int) -> Int {
        lines[line - 1].utf8.prefix { $0 == UInt8(ascii: " ") }.count
    }

    func isBlank(_ line: Int) -> Bool {
        lines[line - 1].utf8.allSatisfy(Self.isSpace)
    }

    func isComment(_ line: Int) -> Bool {
        lines[line - 1].utf8.first { !Self.isSpace($0) } == UInt8(ascii: "#")
    }

    /// What stands on a line from a place on.
    func tail(_ place: Place) -> String {
        let scalars = lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1)
        return String(String.UnicodeScalarView(scalars))
    }

    /// The lines of a key and of its value: up to another line, without the blank lines
    /// and comments at the end that stand no deeper.
    func extent(of key: Place, before end: Int) -> ClosedRange<Int> {
        var last = end - 1
        while last > key.line, isBlank(last) || isComment(last) && indentation(last) < key.column {
            last -= 1
        }
        return key.line...last
    }

    /// The line where the comments begin that stand right above a key, as deep as it.
    func comments(above key: Place) -> Int {
        var first = key.line
        while first > 1, isComment(first - 1), indentation(first - 1) == key.column - 1 {
            first -= 1
        }
        return first
    }

    /// Finds a character that the parser takes for the end of a line, or for nothing, and others do not.
    static func oddity(in text: String) -> Place? {
        var (line, column) = (1, 0)
        var last: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            if last == "\r", scalar != "\n" { return Place(line: line, column: column) }
            column += 1
            switch scalar {
            case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                return Place(line: line, column: column)
            case "\n": (line, column) = (line + 1, 0)
            default: break
            }
            last = scalar
        }
        return last == "\r" ? Place(line: line, column: column) : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
