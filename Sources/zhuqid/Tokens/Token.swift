import ArgumentParser
import Casework
import Definitions
import Foundation
import Store
import UseCases

/// Makes, lists, ends and replaces personal tokens.
struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes, lists, ends and replaces personal tokens.",
        subcommands: [
            IssueToken.self, ListTokens.self, RevokeToken.self, RotateToken.self,
        ])

    /// The longest that a token may last.
    static let longestInDays = 366

    static func check(days: Int?) throws {
        guard days.map((1...longestInDays).contains) ?? true else {
            throw ValidationError("--days: 1 to \(longestInDays)")
        }
    }
}

struct IssueToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Makes a token for a person and prints it, once.",
        discussion: "Example: zhuqid token issue --login industry.handler --days 90")

    @OptionGroup var options: DatabaseOptions

    @Option(help: "The login of the person in the directory.")
    var login: String?

    @Flag(help: "Makes one for each role that the published demo directory names; prints JSON.")
    var demo = false

    @Option(help: "How many days it is valid, 366 at most.")
    var days = 180

    @Option(help: "What it is for, to tell a person's tokens apart.")
    var label = "issued"

    func validate() throws {
        guard (login != nil) != demo else { throw ValidationError("give --login or --demo") }
        guard (1...100).contains(label.count) else {
            throw ValidationError("--label: 1 to 100 characters")
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
        guard !tokens.isEmpty else { throw ValidationError("the directory is no demonstration") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(tokens), as: UTF8.self)
    }
}
