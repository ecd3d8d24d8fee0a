import Languages
import Workflow

/// Requires that the default class and the classes in guards exist.
enum ClassNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let known = draft.classes.map(\.name.value)
        for name in names(draft) where !known.contains(name.value) {
            log.recordUnknown(.unknownClass, name, Label(zh: "分类", en: "class"), known: known)
        }
    }

    private static func names(_ draft: WorkflowDraft) -> [Placed<String>] {
        let guarded = draft.actions.flatMap(\.guards).flatMap { placed -> [Placed<String>] in
            guard case .classIn(let names) = placed.value else { return [] }
            return names.map { Placed(value: $0, place: placed.place) }
        }
        return (draft.defaultClass.value.isEmpty ? [] : [draft.defaultClass]) + guarded
    }
}
