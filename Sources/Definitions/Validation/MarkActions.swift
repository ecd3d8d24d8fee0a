import Languages

/// Requires that what a mark sets off is automatic, and what an effect sets off on other issues.
enum MarkActions: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let automatic = draft.actions.filter(\.isAutomatic).map(\.name.value)
        for called in draft.calledActions {
            guard let action = draft.action(called.value), !action.isAutomatic else { continue }
            log.record(
                .markNotAutomatic, at: called.place,
                Label(
                    zh: "“\(called.value)”不是自动动作，别的问题不能触发它",
                    en: "`\(called.value)` is no automatic action, so no other issue can set it off"
                ),
                Label(zh: "请加上 `automatic: true`", en: "add `automatic: true` to it"))
        }
        for mark in draft.marks {
            guard let action = draft.action(mark.action.value), !action.isAutomatic else {
                continue
            }
            log.record(
                .markNotAutomatic, at: mark.action.place,
                Label(
                    zh: "“\(mark.action.value)”不是自动动作，节点不能触发它",
                    en: "`\(mark.action.value)` is no automatic action, so no mark can set it off"),
                Label { language in
                    language(
                        "请加上 `automatic: true`，或改用：",
                        "add `automatic: true` to it, or take one of: ")
                        + language.list(automatic.map { "`\($0)`" })
                })
        }
    }
}
