import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct CommonCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "common",
            abstract: Label(
                zh: "共性问题：几家企业同样的需要，合并办理。",
                en: "Shows needs that several enterprises have in common, to handle as one."),
            discussion: Label(
                zh: """
                    不写问题时，列出同一类别中足够相似、涉及企业足够多、可以合并办理的问题，并给出命令。写问题时，列出归入它的问题，或它归入的问题。

                    例：
                      zhuqi common
                      zhuqi common ZQ2026-000123-1
                    """,
                en: """
                    Without an issue: which open issues of one category are alike enough, and of \
                    enough enterprises, to be handled as one, with the commands that do it. With \
                    an issue: what belongs to it, or what it belongs to.

                    Example:
                      zhuqi common
                      zhuqi common ZQ2026-000123-1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，如 ZQ2026-000123-1 或 123-1。", en: "The issue's number, e.g. 123-1.",
            value: ("问题", "issue")))
    var issue: String?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        guard let issue else { return try await needs(at: session) }
        let answer = try await session.client.commonIssue(of: issue)
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = CommonSheet(language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines(of: answer.value))
    }

    private func needs(at session: Session) async throws {
        let answer = try await session.client.commonNeeds()
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = CommonSheet(language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines(of: answer.value))
    }
}
