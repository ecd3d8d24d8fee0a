/// Requires that people take actions and the system takes automatic ones, and none both.
enum Rights: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        // Where `by` could not be read, that has been told.
        let isRead = log.faults.isEmpty
        // What another issue sets off comes with what that one holds.
        let filled = Set(draft.calledActions.map(\.value))
            .subtracting(draft.marks.map(\.action.value))
        for action in draft.actions {
            let name = action.name.value
            if action.isAutomatic, let right = action.rights.first {
                log.record(
                    .automaticWithPeople, at: right.place,
                    "`\(name)` is automatic and yet people may take it",
                    "remove `by`, or `automatic: true`")
            } else if action.isAutomatic, !filled.contains(name), let field = action.fields.first {
                log.record(
                    .automaticWithPeople, at: field.place,
                    "`\(name)` is automatic: nobody fills in its fields",
                    "remove `fields`, or `automatic: true`")
            } else if !action.isAutomatic, action.rights.isEmpty, isRead || !action.namesPeople {
                log.record(
                    .nobodyMay, at: action.name.place, "nobody may take `\(name)`",
                    "add `by: […]`, or `automatic: true`")
            }
        }
    }
}
