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
                .nobodyMay, at: right.place, "nobody holds the role `system`",
                "write `automatic: true` for what alarms do")
            return
        }
        let relations = known[role] ?? [.any]
        guard !relations.contains(right.value.relation) else { return }
        log.record(
            .nobodyMay, at: right.place,
            "nobody with the role `\(role.rawValue)` is `\(right.value.relation.rawValue)` "
                + "of an issue, so nobody may take `\(action.name.value)` by it",
            "with this role: " + relations.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    }

    private static func checkOthers(
        _ right: Placed<Right>, in draft: WorkflowDraft, log: FaultLog
    ) {
        for name in right.value.notSamePersonAs {
            guard let other = draft.action(name), other.isAutomatic else { continue }
            log.record(
                .unknownAction, at: right.place,
                "`notSamePersonAs` names `\(name)`, which no person takes",
                "name an action that people take")
        }
    }
}
