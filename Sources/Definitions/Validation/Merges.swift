import Casework
import Languages
import Workflow

/// Requires that whoever merges an issue names the one that goes on, and that this one has a place for
/// what it is told.
enum Merges: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            for effect in action.allEffects {
                guard case .mergeInto(let called) = effect.value else { continue }
                checkTarget(of: action, effect.place, log: log)
                guard let taking = draft.action(called) else { continue }
                checkPlace(in: taking, log: log)
            }
        }
    }

    private static func checkTarget(of action: ActionDraft, _ place: Place, log: FaultLog) {
        let isNamed = action.fields.contains {
            $0.value.sets == .mergedInto && $0.value.isRequired && $0.value.form == .issue
        }
        guard !isNamed else { return }
        log.record(
            .mergedIntoUnnamed, at: place,
            Label(
                zh: "“\(action.name.value)”合并问题，却没有说并入哪一件",
                en: "`\(action.name.value)` merges an issue and does not say into which"),
            Label(
                zh: "请加形式为 `issue`、填入“\(Attribute.mergedInto.name)”的必填字段",
                en:
                    "add a required field of the form `issue` that sets `\(Attribute.mergedInto.name)`"
            ))
    }

    private static func checkPlace(in action: ActionDraft, log: FaultLog) {
        for field in MergeStep.Field.allCases {
            guard let known = action.field(field.rawValue) else { continue }
            let form: FieldDefinition.Form = field == .mergedIssue ? .issue : .person
            guard known.form != form else { continue }
            log.record(
                .wrongFieldForm, at: action.name.place,
                Label(
                    zh: "“\(action.name.value)”的字段“\(known.name)”形式不对",
                    en: "the field `\(known.name)` of `\(action.name.value)` has another form"),
                Label(
                    zh: "请写 `form: \(field == .mergedIssue ? "issue" : "person")`",
                    en: "write `form: \(field == .mergedIssue ? "issue" : "person")`"))
        }
        let known = MergeStep.Field.allCases.map(\.rawValue)
        for field in action.fields
        where field.value.isRequired && field.value.name != MergeStep.Field.mergedIssue.rawValue {
            log.record(
                .mergedIssueUnknown, at: field.place,
                Label(
                    zh: "“\(action.name.value)”必填“\(field.value.name)”，而它不总是已知",
                    en:
                        "`\(action.name.value)` requires `\(field.value.name)`, which is not always known"
                ),
                Label { language in
                    language(
                        "必填的至多是 `\(known[0])`；可不填：",
                        "require `\(known[0])` at most; optional: ")
                        + language.list(known.dropFirst().map { "`\($0)`" })
                })
        }
    }
}
