import APIModel
import ArgumentParser
import Client
import Languages

struct CommonCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "common",
        abstract: "Needs that several enterprises have in common, to handle as one (共性问题).",
        discussion: """
            Without an issue: which open issues of one category are alike enough, and of enough \
            enterprises, to be handled as one, with the commands that do it. With an issue: what \
            stands under it, or what it stands under.

            Example:
              zhuqi common
              zhuqi common ZQ2026-000123-1
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func perform(at desk: Desk) async throws {
        guard let issue else { return try await needs(at: desk) }
        let answer = try await desk.client.commonIssue(of: issue)
        guard desk.form == .people else {
            return desk.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = CommonSheet(language: desk.language, canvas: desk.console.canvas)
        desk.console.write(lines: sheet.lines(of: answer.value))
    }

    private func needs(at desk: Desk) async throws {
        let answer = try await desk.client.commonNeeds()
        guard desk.form == .people else {
            return desk.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = CommonSheet(language: desk.language, canvas: desk.console.canvas)
        desk.console.write(lines: sheet.lines(of: answer.value))
    }
}
