import APIModel
import ArgumentParser
import Client
import Languages

struct ShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one issue: what was asked and said, and what is to be done (查看问题).",
        discussion: """
            What the enterprise asked, then what everybody said since, the newest last: reports, \
            questions, opinions, evidence, reasons. Below it the people, the clocks (时限) that run, what \
            you owe (要您办), what others owe, and what else is open to you, as commands to type.

            Example:
              zhuqi show 123-1
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String

    @Flag(help: "Only how it stands, the last word, and what is owed (简要).")
    var brief = false

    @OptionGroup(title: "Common options") var options: SharedOptions

    func perform(at session: Session) async throws {
        guard session.form == .people else {
            return session.console.write(
                try PrettyJSON.text(answer: try await session.client.issue(issue)))
        }
        let sheet = try await sheet(at: session)
        session.console.write(lines: brief ? sheet.brief : sheet.lines)
    }

    /// Asks for all of it at once.
    private func sheet(at session: Session) async throws -> IssueSheet {
        let client = session.client
        async let head = client.issue(issue)
        async let history = events(from: client)
        async let possible = client.actions(on: issue)
        async let principal = client.whoami()
        return IssueSheet(
            issue: try await head.value, events: try await history,
            actions: try await possible.value, now: try await principal.value.now,
            language: session.language, canvas: session.console.canvas)
    }

    private func events(from client: APIClient) async throws(ClientError) -> [EventAnswer] {
        let pages = AllPages { cursor throws(ClientError) in
            try await client.events(of: issue, cursor: cursor, limit: 200)
        }
        return try await pages.read().items
    }
}
