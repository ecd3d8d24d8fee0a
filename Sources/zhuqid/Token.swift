import ArgumentParser
import Definitions
import Foundation
import Postgres
import Store
import Workflow

/// Makes personal tokens.
struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes personal tokens.", subcommands: [IssueToken.self])
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

    @Option(help: "How many days it is valid.")
    var days = 180

    func validate() throws {
        guard (login != nil) != demo else { throw ValidationError("give --login or --demo") }
        guard (1...3650).contains(days) else { throw ValidationError("--days: 1 to 3650") }
    }

    func run() async throws {
        let connection = try await options.open(ToolLogger.make())
        let queries = try options.queries()
        let issuer = TokenIssuer(connection: connection, queries: queries)
        if let login {
            print(
                try await issuer.issue(login: login, label: "issued", at: RealTime.now, days: days))
        } else {
            print(try await demoTokens(issuer, connection, queries))
        }
        await connection.close()
    }

    private func demoTokens(
        _ issuer: TokenIssuer, _ connection: PostgresConnection, _ queries: QueryCatalogue
    ) async throws -> String {
        let text = try await Publisher.newestDirectory(connection, queries)
        let logins = try DefinitionReader.directory(text, file: "directory").demoTokens
        guard !logins.isEmpty else { throw ValidationError("the directory is no demonstration") }
        var tokens: [String: String] = [:]
        for (role, login) in logins {
            tokens[role.rawValue] = try await issuer.issue(
                login: login, label: "demo", at: RealTime.now, days: days)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(tokens), as: UTF8.self)
    }
}
