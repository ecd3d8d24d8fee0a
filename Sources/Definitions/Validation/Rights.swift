import Languages

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
                    Label(
                        zh: "“\(name)”是自动动作，却写了谁有权",
                        en: "`\(name)` is automatic and yet people may take it"),
                    Label(
                        zh: "请删去 `by` 或 `automatic: true`", en: "remove `by`, or `automatic: true`")
                )
            } else if action.isAutomatic, !filled.contains(name), let field = action.fields.first {
                log.record(
                    .automaticWithPeople, at: field.place,
                    Label(
                        zh: "“\(name)”是自动动作：没有人填写字段",
                        en: "`\(name)` is automatic: nobody fills in its fields"),
                    Label(
                        zh: "请删去 `fields` 或 `automatic: true`",
                        en: "remove `fields`, or `automatic: true`"))
            } else if !action.isAutomatic, action.rights.isEmpty, isRead || !action.namesPeople {
                log.record(
                    .nobodyMay, at: action.name.place,
                    Label(zh: "没有人有权做“\(name)”", en: "nobody may take `\(name)`"),
                    Label(
                        zh: "请加上 `by: […]` 或 `automatic: true`",
                        en: "add `by: […]`, or `automatic: true`"))
            }
        }
    }
}
