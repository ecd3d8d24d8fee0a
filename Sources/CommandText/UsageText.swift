package import Languages

/// Words what the parser says of a command line that it can't read.
package struct UsageText {
    /// In English, as the parser words it.
    private let message: String
    /// The same with what stands around it: how the command is used, where more is said.
    private let whole: String

    package init(_ message: String, whole: String) {
        self.message = message
        self.whole = whole
    }

    /// What the parser words in a way that is not known here stays as it is.
    package func message(in language: Language) -> String { language(chinese ?? message, message) }

    /// What helps: usage and where to read more, each on its line.
    package func hints(in language: Language) -> [String] {
        guard let begin = whole.firstRange(of: message)?.upperBound else { return [] }
        let lines = whole[begin...].split(separator: "\n").map(String.init)
        return (wholePage ?? lines).map { language(Self.chinese(hint: $0), $0).trimmed }
    }

    /// Usage and where to read more, where the parser gives its whole page of help instead.
    private var wholePage: [String]? {
        guard let usage = whole.firstMatch(of: /USAGE: (([^<\[\n]*[^<\[\n ]).*)/) else {
            return nil
        }
        return ["Usage: \(usage.1)", "  See '\(usage.2) --help' for more information."]
    }

    private static func chinese(hint: String) -> String {
        if let found = hint.wholeMatch(of: /\s*See '(.+)' for more information\./) {
            return "详见 \(found.1)"
        }
        if let found = hint.wholeMatch(of: /Usage: (.+)/) {
            return "用法："
                + String(found.1).replacing(/\[?<options>\]?/, with: "[选项]")
                .replacing("<subcommand>", with: "<命令>")
        }
        return hint.wholeMatch(of: /Help:\s+(.+)/).map { "说明：\($0.1)" } ?? hint
    }

    private var chinese: String? {
        unknown ?? unexpected ?? missing ?? invalid
    }

    private var unknown: String? {
        if let found = message.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
            return "没有选项“\(found.1)”，是否为“\(found.2)”？"
        }
        if let found = message.wholeMatch(of: /Unknown option '(.+)'/) {
            return "没有选项“\(found.1)”"
        }
        return message.wholeMatch(of: /Invalid option: (.+)/).map { "没有选项“\($0.1)”" }
    }

    private var unexpected: String? {
        if let found = message.wholeMatch(of: /Unexpected argument '(.+)'/) {
            return "多余的参数：\(found.1)"
        }
        if let found = message.wholeMatch(of: /\d+ unexpected arguments: '(.+)'/) {
            return "多余的参数：" + Self.list(found.1)
        }
        return message.wholeMatch(
            of: /The option '(.+)' does not take any value, but '(.*)' was specified\./
        ).map { "选项“\($0.1)”不带值，却给出了“\($0.2)”" }
    }

    private var missing: String? {
        if let found = message.wholeMatch(of: /Missing value for '(.+)'/) {
            return "选项缺少值：\(found.1)"
        }
        if let found = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
            return "缺少参数：\(found.1)"
        }
        if let found = message.wholeMatch(of: /Missing one of: '(.+)'/) {
            return "缺少其中之一：" + Self.list(found.1)
        }
        return message.wholeMatch(of: /Missing required subcommand\./).map { _ in "缺少命令" }
    }

    private var invalid: String? {
        let form = /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide (.+))?/
            .dotMatchesNewlines()
        guard let found = message.wholeMatch(of: form) else { return nil }
        let choices = found.3.map { "；可填：" + Self.choices($0) } ?? ""
        return "“\(found.1)”不能用作 \(found.2)\(choices)"
    }

    /// `a', 'b` as a list.
    private static func list(_ quoted: Substring) -> String {
        quoted.split(separator: "', '").joined(separator: "、")
    }

    /// `one of 'a', 'b' or 'c'.`, or a line for each.
    private static func choices(_ text: Substring) -> String {
        let quoted = text.matches(of: /'([^']+)'/).map { String($0.1) }
        guard quoted.isEmpty else { return quoted.joined(separator: "、") }
        return text.matches(of: /- (.+)/).map { String($0.1) }.joined(separator: "、")
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
