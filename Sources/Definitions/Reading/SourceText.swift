import Languages

/// Refuses what no definition needs and what would make reading unbounded.
///
/// Invariant: a text that passes is no longer than its limit, has no anchors, aliases or tags, and nests at
/// most 64 flow collections; so the time and memory of composing it are bounded.
enum SourceText {
    static let byteLimit = 2 * 1024 * 1024
    /// Holds for files that a tool reads for itself, and that are never published.
    static let toolByteLimit = 64 * 1024 * 1024
    static let depthLimit = 64

    /// Records faults of the text as a whole; tells whether it may be composed.
    static func isSafe(_ text: String, byteLimit: Int, log: FaultLog) -> Bool {
        guard text.utf8.count <= byteLimit else {
            log.record(
                .tooLarge, at: .start,
                Label(
                    zh: "文件有 \(text.utf8.count) 字节", en: "the file holds \(text.utf8.count) bytes"),
                Label(zh: "至多读 \(byteLimit) 字节：请分开", en: "at most \(byteLimit) are read: split it"))
            return false
        }
        var scan = IndicatorScan()
        for scalar in text.unicodeScalars where !scan.isOver {
            scan.read(scalar, log: log)
        }
        return log.faults.isEmpty
    }
}

/// Walks through the characters of a YAML text, line by line, and sees what could multiply it.
///
/// It knows less of YAML than a parser and errs on the safe side: a quoted text must end on its
/// line, so that nothing on a later line can pass for quoted; outside of quotes and comments an
/// anchor, an alias or a tag is refused wherever it might be one.
private struct IndicatorScan {
    private enum Inside { case plain, singleQuotes, doubleQuotes, comment }

    private var line = 1
    private var column = 0
    private var inside = Inside.plain
    private var quotePlace = Place.start
    private var depth = 0
    private var isEscaped = false
    /// True where the next character that is not a space may begin a node.
    private var atNodeStart = true
    /// True until something but spaces and `-` or `?` stood on the line.
    private var atLineStart = true
    private var last: Unicode.Scalar = "\n"
    /// The last character that is no space, also of the lines before.
    private var lastVisible: Unicode.Scalar = "\n"
    private(set) var isOver = false

    mutating func read(_ scalar: Unicode.Scalar, log: FaultLog) {
        column += 1
        if scalar == "\n" || scalar == "\r" {
            endLine(log: log)
        } else {
            switch inside {
            case .plain: readPlain(scalar, log: log)
            case .singleQuotes: if scalar == "'" { inside = .plain }
            case .doubleQuotes: readDoubleQuoted(scalar)
            case .comment: break
            }
            if scalar != " ", inside != .comment { lastVisible = scalar }
        }
        if scalar == "\n" {
            line += 1
            column = 0
        }
        last = scalar
    }

    private mutating func endLine(log: FaultLog) {
        if inside == .singleQuotes || inside == .doubleQuotes {
            log.record(
                .notYAML, at: quotePlace,
                Label(zh: "引号没有在本行配对", en: "a quoted text does not end on its line"),
                Label(
                    zh: "请配对；含引号的文字请用另一种引号",
                    en: "close it, or put a text that holds a quote in the other kind of quotes"))
        }
        inside = .plain
        atLineStart = true
        // A line within brackets goes on with the text of the line before, unless that had ended.
        atNodeStart = depth == 0 || [",", "[", "{", ":", "?"].contains(lastVisible)
    }

    private mutating func readDoubleQuoted(_ scalar: Unicode.Scalar) {
        defer { isEscaped = scalar == "\\" && !isEscaped }
        if scalar == "\"" && !isEscaped { inside = .plain }
    }

    private mutating func readPlain(_ scalar: Unicode.Scalar, log: FaultLog) {
        let begins = atNodeStart
        let mayMean =
            last == " " || last == "\n" || last == "\r" || "[{,:-?".unicodeScalars.contains(last)
        switch scalar {
        case " ":
            if last == ":" || (atLineStart && (last == "-" || last == "?")) { atNodeStart = true }
            return
        case "#" where last == " " || last == "\n" || last == "\r": inside = .comment
        case "'" where begins: open(.singleQuotes)
        case "\"" where begins: open(.doubleQuotes)
        case "&" where mayMean, "*" where mayMean, "!" where begins:
            suspect = (scalar, Place(line: line, column: column))
            atNodeStart = false
        case "[", "{": nest(log: log)
        case "]", "}": depth = max(0, depth - 1)
        case ",": atNodeStart = depth > 0
        case "-" where begins && atLineStart, "?" where begins && atLineStart: return
        default: atNodeStart = false
        }
        atLineStart = false
        refuseSuspect(before: scalar, log: log)
    }

    /// A sign that is an anchor, an alias or a tag if a name follows it.
    private var suspect: (sign: Unicode.Scalar, place: Place)?

    private mutating func refuseSuspect(before scalar: Unicode.Scalar, log: FaultLog) {
        guard let found = suspect, found.place.column < column || found.place.line < line else {
            return
        }
        suspect = nil
        guard found.place.line == line, found.place.column == column - 1 else { return }
        let name =
            switch found.sign {
            case "&": Label(zh: "锚点", en: "an anchor")
            case "*": Label(zh: "别名", en: "an alias")
            default: Label(zh: "标记", en: "a tag")
            }
        log.record(
            .anchored, at: found.place,
            Label(zh: "这里不能用\(name.zh)", en: "\(name.en) is not allowed here"),
            Label(
                zh: "请写全；以 `\(found.sign)` 开头的文字请加引号",
                en: "write the value out, or put a text that begins with `\(found.sign)` in quotes")
        )
    }

    private mutating func open(_ quotes: Inside) {
        inside = quotes
        quotePlace = Place(line: line, column: column)
        isEscaped = false
        atNodeStart = false
    }

    private mutating func nest(log: FaultLog) {
        depth += 1
        atNodeStart = true
        guard depth > SourceText.depthLimit else { return }
        log.record(
            .tooDeep, at: Place(line: line, column: column),
            Label(
                zh: "这里有超过 \(SourceText.depthLimit) 层括号",
                en: "more than \(SourceText.depthLimit) brackets are open here"),
            Label(zh: "请配对，或每行写一项", en: "close them, or write one item a line"))
        isOver = true
    }
}
