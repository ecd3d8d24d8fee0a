package import Languages

/// Shows what a command does, what it takes and what stands below it.
package struct HelpPage {
    private let command: CommandTree
    private let path: [String]
    private let language: Language
    private let width: Int
    private let version: Label

    /// - Parameters:
    ///   - path: the names from the tool's own down to the command's.
    ///   - version: what the tool's `--version` does.
    package init(
        command: CommandTree, path: [String], language: Language, width: Int, version: Label
    ) {
        self.command = command
        self.path = path
        self.language = language
        self.width = width
        self.version = version
    }

    package var lines: [String] {
        let parts = [overview, usage] + sections + [more]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private var overview: [String] {
        let abstract = wrapped(command.abstract ?? "")
        guard let discussion = command.discussion else { return abstract }
        return abstract + [""] + wrapped(discussion)
    }

    private var usage: [String] {
        let hasOptions = !options.isEmpty || !titles.isEmpty
        let words =
            path + (hasOptions ? [language("[选项]", "[options]")] : [])
            + positional.map(synopsis)
            + (command.below.isEmpty ? [] : [language("<命令>", "<command>")])
        return [language("用法：", "Usage: ") + words.joined(separator: " ")]
    }

    private func synopsis(_ argument: CommandTree.Argument) -> String {
        let name = "<\(argument.valueName ?? "")>\(argument.isRepeating ? " …" : "")"
        return argument.isOptional ? "[\(name)]" : name
    }

    private var sections: [[String]] {
        [
            section(language("参数：", "Arguments:"), positional.map(entry)),
            section(language("选项：", "Options:"), options.map(entry)),
        ]
            + titles.map { title in
                let colon = language("：", ":")
                return section(
                    title + colon,
                    shown.filter { $0.sectionTitle == title && $0.kind != .positional }.map(entry))
            }
            + [
                section(
                    language("命令：", "Commands:"),
                    command.below.map { ($0.commandName, $0.abstract ?? "") })
            ]
    }

    private var more: [String] {
        guard !command.below.isEmpty else { return [] }
        let asking = "\(path.joined(separator: " ")) "
        return [
            language("详见 \(asking)<命令> --help", "More: \(asking)<command> --help")
        ]
    }

    private var shown: [CommandTree.Argument] {
        (command.arguments ?? []).filter(\.shouldDisplay)
    }

    private var positional: [CommandTree.Argument] { shown.filter { $0.kind == .positional } }

    private var options: [CommandTree.Argument] {
        shown.filter { $0.kind != .positional && $0.sectionTitle == nil }
    }

    private var titles: [String] {
        var titles: [String] = []
        for case let title? in shown.map(\.sectionTitle) where !titles.contains(title) {
            titles.append(title)
        }
        return titles
    }

    private func entry(_ argument: CommandTree.Argument) -> (String, String) {
        let value = "<\(argument.valueName ?? "")>"
        guard argument.kind != .positional else { return (value, text(of: argument)) }
        let ordered = (argument.names ?? []).sorted { $0.typed.count < $1.typed.count }
        let names = ordered.map(\.typed).joined(separator: ", ")
        return (argument.kind == .flag ? names : "\(names) \(value)", text(of: argument))
    }

    /// The parser's own options are worded here.
    private func text(of argument: CommandTree.Argument) -> String {
        switch argument.names?.map(\.name).max(by: { $0.count < $1.count }) {
        case "help": language("显示帮助。", "Shows this help.")
        case "version": version.text(in: language)
        default: argument.abstract ?? ""
        }
    }

    private static let labelWidth = 24

    private func section(_ title: String, _ entries: [(label: String, text: String)]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return [title]
            + entries.flatMap { entry in
                let indent = String(repeating: " ", count: Self.labelWidth)
                let text = Wrapping(width: max(20, width - Self.labelWidth)).lines(of: entry.text)
                    .map { indent + $0 }
                let label = "  " + entry.label
                guard label.displayWidth < Self.labelWidth, let first = text.first else {
                    return [label] + text
                }
                return [label.padded(toWidth: Self.labelWidth) + first.dropFirst(Self.labelWidth)]
                    + text.dropFirst()
            }
    }

    /// What is indented, such as commands to type, stays on its line.
    private func wrapped(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            line.hasPrefix("  ")
                ? [line.plain] : Wrapping(width: max(20, width)).lines(of: String(line))
        }
    }
}
