import Workflow

/// Requires that something sets what a guard looks at: else it always refuses, or never.
enum SettableAttributes: WorkflowValidator {
    /// What every issue gets by itself.
    private static let given: Set = ["class", "category", "division", "office", "previousLead"]

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let byFields = draft.actions.flatMap(\.fields).compactMap(\.value.sets)
        let byEffects = draft.actions.flatMap(\.allEffects).compactMap(attribute)
        let known = given.union(byFields).union(byEffects)
        for condition in draft.actions.flatMap(\.guards) {
            guard let name = attribute(condition), !known.contains(name) else { continue }
            log.record(
                .unusedName, at: condition.place, "nothing sets `\(name)`, which a guard looks at",
                "let a field have `sets: \(name)`, or remove the guard")
        }
    }

    private static func attribute(_ effect: Placed<Effect>) -> String? {
        if case .set(let attribute, _) = effect.value { attribute } else { nil }
    }

    private static func attribute(_ condition: Placed<Guard>) -> String? {
        switch condition.value {
        case .isSet(let attribute), .isNotSet(let attribute): attribute
        default: nil
        }
    }
}
