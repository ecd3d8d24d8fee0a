import Casework
import Workflow
import WorkingTime

/// Makes up values for the fields of an action: nearly always ones that may be stored.
enum RandomFields {
    static func values(
        for action: ActionDefinition, in issue: Casework.Issue, at: Instant,
        with random: inout SplitMix64
    ) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in action.fields {
            guard field.isRequired || random.next() % 2 == 0 else { continue }
            if random.next() % 60 == 0 { continue }
            values[field.name] = value(of: field.form, issue, at, &random)
        }
        return values
    }

    private static let units = [
        "industry", "commerce", "humanResources", "developmentReform", "division.410103",
    ]

    private static func value(
        of form: FieldDefinition.Form, _ issue: Casework.Issue, _ at: Instant,
        _ random: inout SplitMix64
    ) -> FieldValue {
        switch form {
        case .text, .issue: .text("示例\(random.next() % 100)")
        case .choice(let choices): .text(choices.randomElement(using: &random) ?? "")
        case .count: .integer(Int64(random.next() % 9))
        case .boolean: .boolean(random.next() % 2 == 0)
        case .date: date(issue, at, Int64(1 + random.next() % 9))
        case .unit: .text(units.randomElement(using: &random) ?? "")
        case .units: .list(units.shuffled(using: &random).prefix(2).map(FieldValue.text))
        case .person:
            .text(["industry.handler", "commerce.handler"].randomElement(using: &random) ?? "")
        case .issueClass: .text(["U", "D", "C", "C", "B", "A"].randomElement(using: &random) ?? "")
        case .category: .text(["LAB", "MKT"].randomElement(using: &random) ?? "")
        case .division: .text(["410102", "410103"].randomElement(using: &random) ?? "")
        case .evidence: Story.evidence
        case .plan: .list([.object(["on": date(issue, at, 2), "what": "示例步骤"])])
        case .newIssues:
            .list([.object(["category": "LAB", "title": "示例", "description": "示例内容"])])
        }
    }

    /// Some days after the deadline, so that extensions are granted now and then.
    private static func date(
        _ issue: Casework.Issue, _ at: Instant, _ days: Int64
    ) -> FieldValue {
        let from = max(issue.resolveClock?.dueAt ?? at, at)
        let zone = DemoWorld.calendar.zone
        return .text(zone.date(at: from.adding(seconds: days * 86400)).description)
    }
}
