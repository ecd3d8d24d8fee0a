import APIModel
import ArgumentParser
import Client
import Languages

struct CommonCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "common",
        abstract: "Needs that several enterprises have in common, to handle as one (共性问题).",
        discussion: """
            Without an issue: which open issues of one category are alike enough, and of enough \
            enterprises, to be handled as one, with the commands that do it. With an issue: what \
            belongs to it, or what it belongs to.

            Example:
              zhuqi common
              zhuqi common ZQ2026-000123-1
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

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
