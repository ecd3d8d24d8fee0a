import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct HistoryCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "history",
            abstract: Label(
                zh: "列出一个问题的办理过程，最早的在前。",
                en: "Shows everything that happened to an issue, oldest first."),
            discussion: Label(
                zh: """
                    每一步的时间、办理人及其身份、前后状态、说明，以及它改变了什么：黄红牌、级别、时限。

                    例：
                      zhuqi history ZQ2026-000123-1
                    """,
                en: """
                    Each event with its time, who took it in which role, the states it led from \
                    and to, its comment, and what it changed: card, level, deadlines.

                    Example:
                      zhuqi history ZQ2026-000123-1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，如 ZQ2026-000123-1 或 123-1。", en: "The issue's number, e.g. 123-1.",
            value: ("问题", "issue")))
    var issue: String

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

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
