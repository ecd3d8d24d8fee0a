import Languages
import Workflow

/// Requires that whoever puts an issue under a common one names that one.
enum CommonIssues: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            for effect in action.allEffects {
                guard case .joinCommon = effect.value,
                    !action.fields.contains(where: {
                        $0.value.sets == .commonIssue && $0.value.isRequired
                    })
                else { continue }
                log.record(
                    .commonIssueUnnamed, at: effect.place,
                    Label(
                        zh: "“\(action.name.value)”纳入共性问题，却没有说是哪一件",
                        en: "`\(action.name.value)` joins a common issue and does not say which"),
                    Label(
                        zh: "请加形式为 `issue`、填入“\(Attribute.commonIssue.name)”的必填字段",
                        en: "add a required field of the form `issue` that sets "
                            + "`\(Attribute.commonIssue.name)`"))
            }
        }
    }
}

extension WorkflowDraft {
    /// The automatic actions that effects set off on other issues.
    var calledActions: [Placed<String>] {
        actions.flatMap(\.allEffects).flatMap { effect in
            effect.value.calledActions.map { Placed(value: $0, place: effect.place) }
        }
    }
}
