import APIModel
import ArgumentParser
import Client
import Languages

struct ShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one issue: people, clocks, texts, and what you may do next (查看问题).",
        discussion: """
            Clocks (时限) are shown with their light, deadline and remaining working time. Below them \
            stand the actions that are open to you, as commands to type.

            Example:
              zhuqi show ZQ2026-000123-1
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String

    @OptionGroup(title: "Common options") var options: SharedOptions

    func perform(at session: Session) async throws {
        let issue = try await session.client.issue(issue)
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: issue))
        }
        let actions = try await session.client.actions(on: issue.value.id).value
        let sheet = IssueSheet(
            issue: issue.value, actions: actions, language: session.language,
            canvas: session.console.canvas)
        session.console.write(lines: sheet.lines)
    }
}
