import APIModel
import ArgumentParser
import Client
import Languages

struct HistoryCommand: DeskCommand {
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

    func perform(at desk: Desk) async throws {
        let pages = AllPages { cursor throws(ClientError) in
            try await desk.client.events(of: issue, cursor: cursor, limit: 200)
        }
        let events = try await pages.read()
        guard desk.form == .people else {
            return desk.console.write(try events.json())
        }
        let sheet = HistorySheet(
            issue: issue, events: events.items, language: desk.language,
            canvas: desk.console.canvas)
        desk.console.write(lines: sheet.lines)
    }
}
