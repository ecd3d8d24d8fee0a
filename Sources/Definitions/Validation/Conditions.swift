import Languages
import Workflow

/// Requires that `when` names choice fields of the action, and values that they know.
enum Conditions: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            for condition in action.transitions.flatMap(\.when) {
                check(condition, of: action, draft.openStates, log: log)
            }
            for condition in action.guards.compactMap(condition) {
                check(condition, of: action, draft.openStates, log: log)
            }
        }
    }

    /// A guard that looks at a choice is a condition like those of transitions.
    private static func condition(_ placed: Placed<Guard>) -> TransitionDraft.Condition? {
        guard case .givenWhen(_, let choice, let values) = placed.value else { return nil }
        return TransitionDraft.Condition(
            field: Placed(value: choice, place: placed.place),
            values: values.map { Placed(value: $0, place: placed.place) })
    }

    private static func check(
        _ condition: TransitionDraft.Condition, of action: ActionDraft, _ openStates: [String],
        log: FaultLog
    ) {
        let choices = action.fields.compactMap { field -> (String, [String])? in
            switch field.value.form {
            case .choice(let values): return (field.value.name, values)
            case .state: return (field.value.name, openStates)
            case .text, .count, .boolean, .date, .unit, .units, .person, .issueClass, .category,
                .division, .evidence, .plan, .decisions, .newIssues, .issue, .project, .needs,
                .results:
                return nil
            }
        }
        guard let known = choices.first(where: { $0.0 == condition.field.value })?.1 else {
            log.recordUnknown(
                .unknownField, condition.field, Label(zh: "选择字段", en: "choice field"),
                known: choices.map(\.0))
            return
        }
        for value in condition.values where !known.contains(value.value) {
            log.recordUnknown(
                .unknownChoice, value,
                Label(
                    zh: "“\(condition.field.value)”的选项", en: "value of `\(condition.field.value)`"),
                known: known)
        }
    }
}
