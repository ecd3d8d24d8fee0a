import APIModel
import ArgumentParser
import Client
import Languages

struct HistoryCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show everything that happened to an issue, oldest first (办理过程).",
        discussion: """
            Each event with its time, who took it in which role, the states it led from and to, its \
            comment, and what it changed: card (黄红牌), level (提级), deadlines (时限).

            Example:
              zhuqi history ZQ2026-000123-1
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String

    @OptionGroup(title: "Common options") var options: SharedOptions

    func perform(at session: Session) async throws {
        let pages = AllPages { cursor throws(ClientError) in
            try await session.client.events(of: issue, cursor: cursor, limit: 200)
        }
        let events = try await pages.read()
        guard session.form == .people else {
            return session.console.write(try events.json())
        }
        let sheet = HistorySheet(
            issue: issue, events: events.items, language: session.language,
            canvas: session.console.canvas)
        session.console.write(lines: sheet.lines)
    }
}
