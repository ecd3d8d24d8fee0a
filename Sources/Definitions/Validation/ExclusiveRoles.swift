import Languages
import Workflow

/// Requires that a name is in one at most of the roles that exclude each other.
enum ExclusiveRoles: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        check([.closed, .handledElsewhere, .undone], draft.roles.states, log)
        check([.resolution, .escalation], draft.roles.clocks, log)
        check([.satisfied, .dissatisfied], draft.roles.values, log)
    }

    private static func check<Role: WorkflowRole>(
        _ roles: [Role], _ names: [Role: [Placed<String>]], _ log: FaultLog
    ) {
        var known: [String: Role] = [:]
        for role in roles {
            for name in names[role] ?? [] {
                guard let other = known[name.value], other != role else {
                    known[name.value] = role
                    continue
                }
                log.record(
                    .roleUnfit, at: name.place,
                    Label(
                        zh: "“\(name.value)”已用作 `\(other.rawValue)`，不能再用作 `\(role.rawValue)`",
                        en:
                            "`\(name.value)` is `\(other.rawValue)`, so it is not `\(role.rawValue)`"
                    ),
                    Label(zh: "请只写在一处", en: "name it in one of the two"))
            }
        }
    }
}
