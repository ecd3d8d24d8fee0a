/// Requires that what a mark sets off is automatic, and what an effect sets off on other issues.
enum MarkActions: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let automatic = draft.actions.filter(\.isAutomatic).map(\.name.value)
        for called in draft.calledActions {
            guard let action = draft.action(called.value), !action.isAutomatic else { continue }
            log.record(
                .markNotAutomatic, at: called.place,
                "`\(called.value)` is no automatic action, so no other issue can set it off",
                "add `automatic: true` to it")
        }
        for mark in draft.marks {
            guard let action = draft.action(mark.action.value), !action.isAutomatic else {
                continue
            }
            log.record(
                .markNotAutomatic, at: mark.action.place,
                "`\(mark.action.value)` is no automatic action, so no mark can set it off",
                "add `automatic: true` to it, or take one of: "
                    + automatic.map { "`\($0)`" }.joined(separator: ", "))
        }
    }
}
