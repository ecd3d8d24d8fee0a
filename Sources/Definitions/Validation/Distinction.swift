import Languages
import Workflow

/// Requires that from one state an action leads one way, or that `when` tells the ways apart and
/// leaves no value out.
enum Distinction: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            let byState = Dictionary(grouping: action.transitions) { $0.from.value }
            for (state, transitions) in byState.sorted(by: { $0.key < $1.key }) {
                checkPairs(transitions, from: state, of: action, log: log)
                checkCoverage(transitions, of: action, draft.openStates, log: log)
            }
        }
    }

    private static func checkPairs(
        _ transitions: [TransitionDraft], from state: String, of action: ActionDraft, log: FaultLog
    ) {
        for (index, one) in transitions.enumerated() {
            for other in transitions[..<index] where !areApart(one, other) {
                log.record(
                    .indistinguishable, at: one.from.place,
                    Label(
                        zh: "“\(action.name.value)”从“\(state)”出发的两条走向分不清",
                        en:
                            "two transitions of `\(action.name.value)` from `\(state)` cannot be told apart"
                    ),
                    Label(
                        zh: "请各写 `when`，用同一选择字段的不同选项",
                        en: "give both a `when` with different values of one choice field"))
            }
        }
    }

    private static func areApart(_ one: TransitionDraft, _ other: TransitionDraft) -> Bool {
        one.definition.when.contains { field, values in
            other.definition.when[field].map { values.isDisjoint(with: $0) } ?? false
        }
    }

    private static func checkCoverage(
        _ transitions: [TransitionDraft], of action: ActionDraft, _ openStates: [String],
        log: FaultLog
    ) {
        let fields = Set(transitions.flatMap { $0.when.map(\.field.value) })
        guard fields.count == 1, let name = fields.first,
            transitions.allSatisfy({ !$0.when.isEmpty }), let first = transitions.first,
            let values = values(of: action.field(name)?.form, openStates)
        else { return }
        let led = Set(transitions.flatMap { $0.when.flatMap { $0.values.map(\.value) } })
        for value in values where !led.contains(value) {
            log.record(
                .valueLeadsNowhere, at: first.from.place,
                Label(
                    zh: "从“\(first.from.value)”出发，`\(name): \(value)` 没有去处",
                    en: "`\(name): \(value)` leads nowhere from `\(first.from.value)`"),
                Label(
                    zh: "请加进某条走向的 `when`，或删去这个选项",
                    en: "add it to the `when` of a transition, or remove the choice"))
        }
    }

    private static func values(
        of form: FieldDefinition.Form?, _ openStates: [String]
    ) -> [String]? {
        switch form {
        case .choice(let values): values
        case .state: openStates
        case .text, .count, .boolean, .date, .unit, .units, .person, .issueClass, .category,
            .division, .evidence, .plan, .decisions, .newIssues, .issue, .project, .needs, .results,
            nil:
            nil
        }
    }
}
