import Languages
import Workflow

/// Requires that every role is filled that something of the workflow goes by, with what it can go by.
enum RoleConsumers: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let roles = draft.roles
        for action in draft.actions {
            for effect in action.allEffects where effect.value == .chargeTime {
                require(roles.actions, .leadWork, for: "chargeTime", at: effect.place, log)
            }
            for condition in action.guards {
                check(condition, roles.counters, log)
            }
        }
        checkSendBacks(draft, log)
    }

    private static func check(
        _ condition: Placed<Guard>, _ counters: [CounterRole: [Placed<String>]], _ log: FaultLog
    ) {
        if case .extensionAllowed = condition.value {
            require(counters, .extensions, for: "extensionAllowed", at: condition.place, log)
        }
        if case .anotherLead = condition.value {
            require(counters, .sendBacks, for: "anotherLead", at: condition.place, log)
        }
    }

    private static func require<Role: WorkflowRole>(
        _ roles: [Role: [Placed<String>]], _ role: Role, for consumer: String, at place: Place,
        _ log: FaultLog
    ) {
        guard roles[role]?.isEmpty != false else { return }
        log.record(
            .roleUnfilled, at: place,
            Label(
                zh: "“\(consumer)”要用 `\(role.rawValue)`，却没有写明",
                en: "`\(consumer)` goes by `\(role.rawValue)`, and nothing is that"),
            Label(zh: "请在 `roles` 下写明", en: "name it under `roles`"))
    }

    /// Routing and `anotherLead` ask which units sent an issue back.
    private static func checkSendBacks(_ draft: WorkflowDraft, _ log: FaultLog) {
        let counters = (draft.roles.counters[.sendBacks] ?? []).map(\.value)
        for effect in draft.actions.flatMap(\.allEffects) {
            guard case .count(counter: let counter, perUnit: false) = effect.value,
                counters.contains(counter)
            else { continue }
            log.record(
                .roleUnfit, at: effect.place,
                Label(
                    zh: "“\(counter)”没有按单位计，不能用作 `sendBacks`",
                    en: "`\(counter)` is not counted by unit, so it is not `sendBacks`"),
                Label(
                    zh: "请写 `{count: {counter: \(counter), perUnit: true}}`",
                    en: "write `{count: {counter: \(counter), perUnit: true}}`"))
        }
    }
}
