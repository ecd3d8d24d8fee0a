/// Refuses what no definition needs and what would make reading unbounded.
///
/// Invariant: a text that passes is at most 2 MiB long, has no anchors or aliases, and nests at
/// most 64 flow collections; so the time and memory of composing it are bounded.
enum SourceText {
    static let byteLimit = 2 * 1024 * 1024
    static let depthLimit = 64

    /// Records faults of the text as a whole; tells whether it may be composed.
    static func isSafe(_ text: String, log: FaultLog) -> Bool {
        guard text.utf8.count <= byteLimit else {
            log.record(
                .tooLarge, at: .start, "the file holds \(text.utf8.count) bytes",
                "at most \(byteLimit) are read: split it")
            return false
        }
        var scan = IndicatorScan()
        for scalar in text.unicodeScalars where !scan.isOver {
            scan.read(scalar, log: log)
        }
        return log.faults.isEmpty
    }
}

/// Walks through the characters of a YAML text and sees where nodes begin.
private struct IndicatorScan {
    private enum Inside { case plain, singleQuotes, doubleQuotes, comment }

    private var line = 1
    private var column = 0
    private var inside = Inside.plain
    private var depth = 0
    private var isEscaped = false
    /// True where the next character that is not a space begins a node.
    private var atNodeStart = true
    private var last: Unicode.Scalar = "\n"
    private(set) var isOver = false

    mutating func read(_ scalar: Unicode.Scalar, log: FaultLog) {
        column += 1
        switch inside {
        case .plain: readPlain(scalar, log: log)
        case .singleQuotes: if scalar == "'" { inside = .plain }
        case .doubleQuotes: readDoubleQuoted(scalar)
        case .comment: break
        }
        if scalar == "\n" { beginLine() }
        last = scalar
    }

    private mutating func beginLine() {
        line += 1
        column = 0
        if inside == .comment { inside = .plain }
        if inside == .plain { atNodeStart = true }
    }

    private mutating func readDoubleQuoted(_ scalar: Unicode.Scalar) {
        defer { isEscaped = scalar == "\\" && !isEscaped }
        if scalar == "\"" && !isEscaped { inside = .plain }
    }

    private mutating func readPlain(_ scalar: Unicode.Scalar, log: FaultLog) {
        let begins = atNodeStart
        switch scalar {
        case " ": if ":-?".unicodeScalars.contains(last) { atNodeStart = true }
        case "#" where last == " " || last == "\n": inside = .comment
        case "'" where begins: open(.singleQuotes)
        case "\"" where begins: open(.doubleQuotes)
        case "&" where begins, "*" where begins: refuseAnchor(scalar, log: log)
        case "[", "{": nest(log: log)
        case "]", "}": depth = max(0, depth - 1)
        case ",": atNodeStart = depth > 0
        case "-" where begins, "?" where begins: break
        default: atNodeStart = false
        }
    }

    private mutating func open(_ quotes: Inside) {
        inside = quotes
        isEscaped = false
        atNodeStart = false
    }

    private mutating func nest(log: FaultLog) {
        depth += 1
        atNodeStart = true
        guard depth > SourceText.depthLimit else { return }
        log.record(
            .tooDeep, at: Place(line: line, column: column),
            "more than \(SourceText.depthLimit) brackets are open here",
            "close them, or write one item a line")
        isOver = true
    }

    private mutating func refuseAnchor(_ scalar: Unicode.Scalar, log: FaultLog) {
        atNodeStart = false
        log.record(
            .anchored, at: Place(line: line, column: column),
            "\(scalar == "&" ? "an anchor" : "an alias") is not allowed here",
            "write the value out, or put a text that begins with `\(scalar)` in quotes")
    }
}
