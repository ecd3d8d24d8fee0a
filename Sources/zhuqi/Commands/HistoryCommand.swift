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

    @OptionGroup(title: OptionTitle.forms) var list: ListOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let form = try list.form(of: session)
        let listing = Listing<EventListColumn>(
            fetch: { cursor throws(ClientError) in
                try await session.client.events(
                    of: issue, cursor: cursor, limit: Listing<EventListColumn>.largestPage)
            },
            cursor: nil, readsAll: true, order: ListOrder(terms: []), most: nil,
            writer: ListWriter(
                form: form, fields: try list.members(), columns: EventListColumn.allCases,
                language: session.language))
        guard form == .people else { return try await listing.write(to: session) }
        session.console.show(
            lines: try await listing.lines(at: session) { events, _ in
                HistorySheet(
                    issue: issue, events: events, language: session.language,
                    canvas: session.console.canvas
                ).lines
            })
    }
}
