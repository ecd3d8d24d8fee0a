import Languages
import Workflow

/// Requires that holders of a role can stand to an issue in the way that a right asks for, and
/// that whoever must be somebody else is compared with people.
enum Relations: WorkflowValidator {
    private static let known: [Right.Role: [Right.Relation]] = [
        .serviceOfficer: [.filer, .pairedOfficer, .assignedHandler, .levelHolder, .any],
        .integrator: [.filer, .any],
        .handler: [.leadUnit, .supportingUnit, .assignedHandler, .any],
        .unitHead: [.leadUnit, .supportingUnit, .levelHolder, .any],
        .taskForce: [.category, .levelHolder, .any],
        .districtOffice: [.office, .levelHolder, .any],
        .cityOffice: [.office, .levelHolder, .any],
        .leader: [.leaderInCharge, .levelHolder, .any],
    ]

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            for right in action.rights {
                check(right, of: action, log: log)
                checkOthers(right, in: draft, log: log)
            }
        }
    }

    private static func check(_ right: Placed<Right>, of action: ActionDraft, log: FaultLog) {
        let role = right.value.role
        if role == .system {
            log.record(
                .nobodyMay, at: right.place,
                Label(zh: "没有人有角色 `system`", en: "nobody holds the role `system`"),
                Label(
                    zh: "到时自动做的，请写 `automatic: true`",
                    en: "write `automatic: true` for what alarms do"))
            return
        }
        let relations = known[role] ?? [.any]
        guard !relations.contains(right.value.relation) else { return }
        log.record(
            .nobodyMay, at: right.place,
            Label(
                zh: "有角色 `\(role.rawValue)` 的人都不是问题的 `\(right.value.relation.rawValue)`，"
                    + "没有人能据此做“\(action.name.value)”",
                en: "nobody with the role `\(role.rawValue)` is "
                    + "`\(right.value.relation.rawValue)` of an issue, so nobody may take "
                    + "`\(action.name.value)` by it"),
            Label { language in
                language("这个角色可用：", "with this role: ")
                    + language.list(relations.map { "`\($0.rawValue)`" })
            })
    }

    private static func checkOthers(
        _ right: Placed<Right>, in draft: WorkflowDraft, log: FaultLog
    ) {
        for name in right.value.notSamePersonAs {
            guard let other = draft.action(name), other.isAutomatic else { continue }
            log.record(
                .unknownAction, at: right.place,
                Label(
                    zh: "`notSamePersonAs` 写了“\(name)”，而它不由人来做",
                    en: "`notSamePersonAs` names `\(name)`, which no person takes"),
                Label(zh: "请改写由人来做的动作", en: "name an action that people take"))
        }
    }
}
