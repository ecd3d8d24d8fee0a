/// One change of a sound file that makes exactly one thing wrong in it.
struct Mutation: Sendable {
    /// What was done, e.g. `misspelt word`.
    let kind: String
    /// What was changed, as a path of keys.
    let path: String
    let text: String
    /// Where a fault must be told: the changed line, or that of the thing it belongs to.
    let lines: Set<Int>
}

/// The text of a file, and edits of it by line and column as the parser counts them, from 1.
struct EditableText: Sendable {
    let lines: [[Unicode.Scalar]]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Array($0.unicodeScalars) }
    }

    private init(lines: [[Unicode.Scalar]]) {
        self.lines = lines
    }

    var text: String {
        lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    }

    /// The characters of a line from a column on.
    func tail(_ line: Int, _ column: Int) -> [Unicode.Scalar] {
        Array(lines[line - 1].dropFirst(column - 1))
    }

    /// Replaces characters within one line.
    func replacing(_ line: Int, _ column: Int, _ count: Int, with new: String) -> EditableText {
        var changed = lines
        changed[line - 1].replaceSubrange(
            column - 1..<column - 1 + count, with: Array(new.unicodeScalars))
        return EditableText(lines: changed)
    }

    func removing(_ range: ClosedRange<Int>) -> EditableText {
        var changed = lines
        changed.removeSubrange(range.lowerBound - 1...range.upperBound - 1)
        return EditableText(lines: changed)
    }

    func inserting(_ text: String, before line: Int) -> EditableText {
        var changed = lines
        changed.insert(Array(text.unicodeScalars), at: line - 1)
        return EditableText(lines: changed)
    }

    func indentation(_ line: Int) -> Int {
        lines[line - 1].prefix { $0 == " " }.count
    }

    /// Finds where a flow collection ends, on the line where it begins.
    ///
    /// - Returns: how many characters it has; nil where it goes on to the next line.
    func flowLength(_ line: Int, _ column: Int) -> Int? {
        var depth = 0
        var quote: Unicode.Scalar?
        for (index, scalar) in tail(line, column).enumerated() {
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            switch scalar {
            case "\"", "'": quote = scalar
            case "{", "[": depth += 1
            case "}", "]":
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
        }
        return nil
    }
}
