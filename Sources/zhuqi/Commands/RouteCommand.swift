import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct RouteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "route",
            abstract: Label(
                zh: "派单建议：该由哪些单位办，为什么。",
                en: "Tells which units an issue belongs to, and why."),
            subcommands: [ExplainRoute.self])
    }
}

struct ExplainRoute: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "explain",
            abstract: Label(
                zh: "说明对一个问题或一段文字的派单建议。",
                en: "Explains which units are proposed for an issue, or for a text."),
            discussion: Label(
                zh: """
                    不写问题时给出 --text，以及其他已知的情况。列出由文字判断的类别、逐步怎样找到单位、同一企业近来登记过什么、别的企业是否有同样的需要。

                    例：
                      zhuqi route explain ZQ2026-000123-1
                      zhuqi route explain --text 车间变压器容量不够 --division 410102
                    """,
                en: """
                    Without an issue: give --text, and what else is known. Shown are the \
                    category that the text tells, how the units were found step by step, what \
                    the same enterprise filed lately, and whether other enterprises need the \
                    same.

                    Example:
                      zhuqi route explain ZQ2026-000123-1
                      zhuqi route explain --text 车间变压器容量不够 --division 410102
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，如 ZQ2026-000123-1 或 123-1。", en: "The issue's number, e.g. 123-1.",
            value: ("问题", "issue")))
    var issue: String?

    @Option(help: ArgumentHelp(zh: "诉求内容。", en: "What the enterprise says.", value: ("文字", "text")))
    var text: String?

    @Option(
        help: ArgumentHelp(
            zh: "属地的六位代码。", en: "The division's six digits.", value: ("属地", "division")))
    var division: String?

    @Option(
        help: ArgumentHelp(
            zh: "类别，如已知。", en: "The category, if it is known.", value: ("类别", "category")))
    var category: String?

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            zh: "分类，如已知。", en: "The class, if it is known.", value: ("分类", "class")))
    var issueClass: String?

    @Option(
        help: ArgumentHelp(
            zh: "企业的统一社会信用代码。", en: "The enterprise's credit code.", value: ("代码", "code")))
    var enterprise: String?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        guard (issue == nil) != (text == nil) else {
            throw ValidationError(
                zh: "请给出问题或 --text 之一", en: "Give an issue, or --text.")
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
