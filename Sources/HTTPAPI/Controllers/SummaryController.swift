import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `/v1/summaries`: counts and ranking for whoever oversees. Term: 统计.
struct SummaryController {
    let gateway: CommandGateway
    let summaries: SummariseIssues

    func endpoints() throws -> [Endpoint] {
        try [
            .get(
                .summaries, "统计与排名：一日、一周或一月的登记、办结与按时办结，以及现有在办、超期、已提级；仅计提问者可见的",
                "Counts and ranks what was filed, closed and closed in time in a day, week or month, and what "
                    + "is open, overdue and raised now, of what the caller sees", use: summary
            ).reading(Self.parameters).refusing(.notPermitted, .outsideCalendar)
        ]
    }

    private static let parameters: [QueryParameter] = [
        QueryParameter(
            "period", "一日、一周（周一起）或一月；省略时为 day", "A day (usual), a week from Monday or a month",
            shape: .choice(SummaryPeriod.Length.allCases.map(\.rawValue))),
        QueryParameter(
            "from", "其中的某一天，如 2026-10-09、昨天；省略时为今天",
            "A day that lies in it, such as 2026-10-09; today where it is left out"),
        QueryParameter(
            "by", "按责任单位（省略时）、县区、类别或服务员分组",
            "Grouped by lead unit (usual), district, category or service officer",
            shape: .choice(SummaryGrouping.allCases.map(\.rawValue))),
    ]

    @Sendable
    private func summary(_ call: Call) async throws -> Reply<SummaryAnswer> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let summary = try await summaries.summary(
            over: try Self.choice(parameters, "period") ?? .day, from: parameters.get("from"),
            by: try Self.choice(parameters, "by") ?? .unit, for: asker)
        return Reply(Viewer(asker, call.language).summary(summary))
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ parameters: Parameters, _ name: String
    ) throws(InputFault) -> Choice? {
        guard let text = parameters.get(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .unknownName(text, parameter: name, known: Choice.allCases.map(\.rawValue))
        }
        return choice
    }
}
