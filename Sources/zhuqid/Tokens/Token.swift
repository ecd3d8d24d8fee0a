import ArgumentParser
import Casework
import CommandText
import Definitions
import Foundation
import Languages
import Store
import UseCases

/// Makes, lists, ends and replaces personal tokens.
struct Token: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "token",
            abstract: Label(
                zh: "签发、列出、作废、更换个人令牌。",
                en: "Makes, lists, ends and replaces personal tokens."),
            subcommands: [
                IssueToken.self, ListTokens.self, RevokeToken.self, RotateToken.self,
            ])
    }

    /// The longest that a token may last.
    static let longestInDays = 366

    static func check(days: Int?) throws {
        guard days.map((1...longestInDays).contains) ?? true else {
            throw ValidationError(
                zh: "--days：须为 1 至 \(longestInDays)",
                en: "--days: 1 to \(longestInDays)")
        }
    }
}

struct IssueToken: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "issue",
            abstract: Label(
                zh: "为一人签发令牌，只显示一次。",
                en: "Makes a token for a person and prints it, once."),
            discussion: Label(
                zh: """
                    例：
                      zhuqid token issue --login industry.handler --days 90
                    """,
                en: """
                    Example:
                      zhuqid token issue --login industry.handler --days 90
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            zh: "本人在组织机构中的账号。",
            en: "The login of the person in the directory.", value: ("账号", "login")))
    var login: String?

    @Flag(
        help: ArgumentHelp(
            zh: "为演示组织机构的每个角色各签发一个，以 JSON 写出。",
            en: "Makes one for each role that the published demo directory names; prints JSON."))
    var demo = false

    @Option(
        help: ArgumentHelp(
            zh: "有效天数，最多 366。",
            en: "How many days it is valid, 366 at most.", value: ("天数", "days")))
    var days = 180

    @Option(
        help: ArgumentHelp(
            zh: "用途，便于区分同一人的多个令牌。",
            en: "What it is for, to tell a person's tokens apart.", value: ("用途", "label")))
    var label = "issued"

    func validate() throws {
        guard (login != nil) != demo else {
            throw ValidationError(
                zh: "请写明 --login 或 --demo",
                en: "give --login or --demo")
        }
        guard (1...100).contains(label.count) else {
            throw ValidationError(
                zh: "--label：须为 1 至 100 字",
                en: "--label: 1 to 100 characters")
        }
        try Token.check(days: days)
    }

    func run() async throws {
        let text = try await TokenTools.with(options) { tools in
            guard let login else { return try await demoTokens(tools) }
            return try await tools.tokens.issue(
                login: login, label: label, at: tools.now, days: days)
        }
        print(text)
    }

    private func demoTokens(_ tools: TokenTools) async throws -> String {
        let source = try await tools.composition.records.publications.newestDirectory()
        let document = try DefinitionReader.directory(source, file: "directory")
        let tokens = try await tools.tokens.issueDemo(of: document, at: tools.now, days: days)
        guard !tokens.isEmpty else {
            throw ValidationError(
                zh: "现行组织机构不是演示用的",
                en: "the directory is no demonstration")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(tokens), as: UTF8.self)
    }
}
