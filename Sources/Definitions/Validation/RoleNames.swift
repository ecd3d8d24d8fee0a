import Languages
import Workflow

/// Requires that roles name states, actions, clocks, counters, fields and values that exist.
enum RoleNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let roles = draft.roles
        let actions = draft.actions.map(\.name.value)
        check(
            roles.states, .unknownState, Label(zh: "状态", en: "state"),
            draft.states.map(\.name.value), log)
        check(roles.actions, .unknownAction, Label(zh: "动作", en: "action"), actions, log)
        check(roles.link, .unknownAction, Label(zh: "动作", en: "action"), actions, log)
        check(
            roles.clocks, .unknownClock, Label(zh: "时限", en: "clock"),
            draft.clocks.map(\.kind.value), log)
        check(
            roles.counters, .unknownCounter, Label(zh: "计数", en: "counter"),
            draft.counters.map(\.name.value), log)
        check(
            roles.fields, .unknownField, Label(zh: "字段", en: "field"),
            draft.actions.flatMap { $0.fields.map(\.value.name) }, log)
        for (role, names) in roles.values {
            check(
                [role: names], .unknownChoice,
                Label(zh: "“\(role.attribute.name)”的选项", en: "value of `\(role.attribute.name)`"),
                values(of: role.attribute, in: draft), log)
        }
    }

    private static func check<Role: WorkflowRole>(
        _ roles: [Role: [Placed<String>]], _ kind: FaultKind, _ what: Label, _ known: [String],
        _ log: FaultLog
    ) {
        for name in roles.values.joined() where !known.contains(name.value) {
            log.recordUnknown(kind, name, what, known: known)
        }
    }

    /// What an attribute can hold: the values of choices that set it, and those that effects set.
    private static func values(of attribute: Attribute, in draft: WorkflowDraft) -> [String] {
        draft.actions.flatMap { action -> [String] in
            action.fields.flatMap { field -> [String] in
                guard field.value.sets == attribute, case .choice(let values) = field.value.form
                else { return [] }
                return values
            }
                + action.allEffects.compactMap { effect -> String? in
                    guard case .set(attribute, .value(let value)) = effect.value else { return nil }
                    return value
                }
        }
    }
}
