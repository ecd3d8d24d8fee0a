import ArgumentParser
import CommandText
import Languages
import Testing

@testable import zhuqi

@Suite struct HelpTests {
    private func page(_ words: [String], _ language: Language, width: Int = 80) throws -> [String] {
        try CommandLanguage.$current.withValue(language) {
            let found = try CommandTree.of(StaffTool.self).found(by: words)
            return HelpPage(
                command: found.command, path: found.path, language: language, width: width,
                version: VersionReport.purpose
            ).lines
        }
    }

    @Test(arguments: Language.allCases) func helpOfTheTool(language: Language) throws {
        try Golden.expect(lines: try page([], language), "help.\(language.rawValue).txt")
    }

    @Test(
        arguments: [
            "login", "queue", "show", "do", "file", "draft", "search", "wait", "history", "explain",
            "officers", "visit", "pairing", "absence", "subscribe", "summary", "logout", "context",
            "profile",
        ],
        Language.allCases)
    func helpOfACommand(name: String, language: Language) throws {
        let lines = try page([name], language)
        #expect(lines.contains(language("例：", "Example:")))
        try Golden.expect(lines: lines, "help.\(name).\(language.rawValue).txt")
    }

    /// Every command, whatever is added: no English in the Chinese pages but what is typed, and no
    /// Chinese in the English ones but what is an example.
    @Test func pagesAreOfOneLanguage() throws {
        for path in try paths() {
            let chinese = try page(path, .zh)
            for line in chinese where !line.hasPrefix("  ") {
                #expect(
                    line.isEmpty || line.contains { $0.unicodeScalars.first?.isHan == true },
                    "\(path): \(line)")
            }
            for line in try page(path, .en) where !line.hasPrefix("  ") {
                #expect(
                    !line.contains { $0.unicodeScalars.first?.isHan == true }, "\(path): \(line)")
            }
        }
    }

    @Test(arguments: Language.allCases) func everyOptionIsWordedInTheLanguage(
        language: Language
    ) throws {
        try CommandLanguage.$current.withValue(language) {
            for path in try paths() {
                let command = try CommandTree.of(StaffTool.self).found(by: path).command
                for argument in command.arguments ?? [] {
                    let names = argument.names?.map(\.name) ?? []
                    guard names.allSatisfy({ !["help", "version"].contains($0) }) else { continue }
                    let text = argument.abstract ?? ""
                    let isChinese = text.contains { $0.unicodeScalars.first?.isHan == true }
                    #expect(!text.isEmpty && isChinese == (language == .zh), "\(path): \(text)")
                }
            }
        }
    }

    @Test(arguments: [40, 80, 120]) func pagesFitTheTerminal(width: Int) throws {
        for path in try paths() {
            for line in try page(path, .zh, width: width)
            where !line.hasPrefix("  ") && !line.hasPrefix("用法") {
                #expect(line.displayWidth <= width, "\(path): \(line)")
            }
        }
    }

    @Test func wordsThatAreNoCommandsLeadNoFurther() throws {
        let tree = try CommandTree.of(StaffTool.self)
        #expect(
            tree.found(by: ["help", "route", "explain"]).path == ["zhuqi", "route", "explain"])
        #expect(tree.found(by: ["queue", "mine", "show"]).path == ["zhuqi", "queue"])
        #expect(tree.found(by: ["--json", "queue"]).path == ["zhuqi"])
    }

    private func paths() throws -> [[String]] {
        func below(_ command: CommandTree, _ path: [String]) -> [[String]] {
            [path] + command.below.flatMap { below($0, path + [$0.commandName]) }
        }
        let paths = below(try CommandTree.of(StaffTool.self), [])
        #expect(paths.count > 10)
        return paths
    }
}

extension Unicode.Scalar {
    fileprivate var isHan: Bool { (0x4e00...0x9fff).contains(value) }
}
