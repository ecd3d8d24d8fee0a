import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct ShowCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "show",
            abstract: Label(
                zh: "查看一个问题：企业问了什么，各方说了什么，还要办什么。",
                en: "Shows one issue: what was asked and said, and what is to be done."),
            discussion: Label(
                zh: """
                    先是企业的诉求，再是各方此后所说的，最新的在最后：反馈、质询、意见、佐证、理由。其下为人员、正在计算的时限、\
                    要您办的、别人要办的，以及您还可以办的，都是可以直接输入的命令。

                    例：
                      zhuqi show 123-1
                    """,
                en: """
                    What the enterprise asked, then what everybody said since, the newest last: \
                    reports, questions, opinions, evidence, reasons. Below it the people, the \
                    clocks that run, what you owe, what others owe, and what else is open to \
                    you, as commands to type.

                    Example:
                      zhuqi show 123-1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，如 ZQ2026-000123-1 或 123-1。", en: "The issue's number, e.g. 123-1.",
            value: ("问题", "issue")))
    var issue: String

    @Flag(
        help: ArgumentHelp(
            zh: "只看现状、最后一句话和要办的。",
            en: "Shows only how it stands, the last word, and what is owed."))
    var brief = false

    @OptionGroup(title: OptionTitle.forms) var list: ListOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let form = try list.form(of: session)
        guard form == .people else { return try await write(form, to: session) }
        let sheet = try await sheet(at: session)
        session.console.show(lines: brief ? sheet.brief : sheet.lines)
    }

    /// One item: as a document its members alone, else a line.
    private func write(_ form: ListForm, to session: Session) async throws {
        let answer = try await session.client.issue(issue)
        let (fields, value) = (try list.members(), try PrettyJSON.value(of: answer))
        guard form == .document else {
            let writer = ListWriter<IssueListColumn>(
                form: form, fields: fields, columns: IssueListColumn.allCases,
                language: session.language)
            return session.console.write(try writer.text([(answer.value, value)], next: nil))
        }
        try fields?.check([value], knownBy: answer.value)
        session.console.write(try PrettyJSON.text(fields?.reduced(value) ?? value))
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
