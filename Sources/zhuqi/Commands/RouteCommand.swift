import APIModel
import ArgumentParser
import Client
import Languages

struct RouteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route",
        abstract: "Which units an issue belongs to, and why (派单建议).",
        subcommands: [ExplainRoute.self])
}

struct ExplainRoute: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain which units are proposed for an issue, or for a text (派单建议说明).",
        discussion: """
            Without an issue: give --text, and what else is known. Shown are the category that the \
            text tells, how the units were found step by step, what the same enterprise filed \
            lately, and whether other enterprises need the same.

            Example:
              zhuqi route explain ZQ2026-000123-1
              zhuqi route explain --text "车间变压器容量不够" --division 410102
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String?

    @Option(help: "What the enterprise says (诉求内容).")
    var text: String?

    @Option(help: "The division's code (属地代码).")
    var division: String?

    @Option(help: "The category, if it is known (类别).")
    var category: String?

    @Option(name: .customLong("class"), help: "The class, if it is known (级别).")
    var issueClass: String?

    @Option(help: "The enterprise's credit code (统一社会信用代码).")
    var enterprise: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func validate() throws {
        guard (issue == nil) != (text == nil) else {
            throw ValidationError("Give an issue, or --text.")
        }
    }

    func perform(at session: Session) async throws {
        let answer = try await session.client.proposal(for: try await body(at: session))
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = ProposalSheet(
            proposal: answer.value, language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines)
    }

    private func body(at session: Session) async throws -> ProposalBody {
        let words = category ?? issueClass == nil ? nil : try await FilterWords.current(at: session)
        let category = try category.flatMap { try words?.name(of: $0, as: .category) }
        let issueClass = try issueClass.flatMap { try words?.name(of: $0, as: .issueClass) }
        guard let issue else {
            return ProposalBody(
                text: text ?? "", category: category, division: division, enterprise: enterprise,
                class: issueClass)
        }
        let known = try await session.client.issue(issue).value
        return ProposalBody(
            text: known.title + "\n" + known.description, category: category ?? known.category,
            division: division ?? known.division, enterprise: known.enterprise?.creditCode,
            class: issueClass ?? known.class, issue: known.number)
    }
}
