import Workflow

/// Requires that something sets what a guard looks at: else it always refuses, or never.
enum SettableAttributes: WorkflowValidator {
    /// What every issue gets by itself.
    private static let given: Set = [
        "class", "category", "division", "office", "previousLead", "arbitrationAskedAt",
    ]

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let byFields = draft.actions.flatMap(\.fields).compactMap(\.value.sets)
        let byEffects = draft.actions.flatMap(\.allEffects).filter { !$0.value.clears }
            .compactMap(\.value.attribute)
        let known = given.union(byFields).union(byEffects)
        for condition in draft.actions.flatMap(\.guards) {
            guard let name = condition.value.attribute, !known.contains(name) else { continue }
            log.record(
                .unusedName, at: condition.place, "nothing sets `\(name)`, which a guard looks at",
                "let a field have `sets: \(name)`, or remove the guard")
        }
    }
}

extension Effect {
    fileprivate var clears: Bool {
        if case .clear = self { true } else { false }
    }
}
