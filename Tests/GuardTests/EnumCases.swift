/// Knows which cases the enums of the sources have.
struct EnumCases {
    /// The names of the cases by the name of their enum, those of one name together.
    private(set) var cases: [String: Set<String>] = [:]
    /// The names of all cases.
    private(set) var names: Set<String> = []

    init(_ files: [SourceFile]) {
        for file in files { read(file.code) }
    }

    init(_ lines: [Substring]) { read(lines) }

    /// Relies on the formatter: what an enum holds stands four columns to the right of it.
    private mutating func read(_ lines: [Substring]) {
        var enums: [(name: String, indent: Int)] = []
        var isContinued = false
        for line in lines where !line.allSatisfy(\.isWhitespace) {
            while let last = enums.last, line.indent <= last.indent { enums.removeLast() }
            let start =
                line.contains("enum ")
                ? line.firstMatch(of: /\benum (\w+)[^{]*\{(.*)$/) : nil
            if let start {
                enums.append((String(start.output.1), line.indent))
                note(start.output.2.prefix { $0 != "}" }.trimmed, in: String(start.output.1))
            } else if let last = enums.last, line.indent == last.indent + 4 || isContinued {
                isContinued = note(
                    isContinued ? "case \(line.trimmed)" : line.trimmed, in: last.name)
            }
        }
    }

    /// Says whether the list of cases goes on in the next line.
    @discardableResult
    private mutating func note(_ text: Substring, in name: String) -> Bool {
        guard let list = text.firstMatch(of: /^(?:indirect )?case ([a-z`].*)$/)?.output.1
        else { return false }
        for item in SwitchScan.split(list) {
            guard let found = item.wholeMatch(of: /`?([a-z]\w*)`?(?:\(.*|\s*=.*)?/) else {
                continue
            }
            cases[name, default: []].insert(String(found.output.1))
            names.insert(String(found.output.1))
        }
        return text.hasSuffix(",")
    }
}
