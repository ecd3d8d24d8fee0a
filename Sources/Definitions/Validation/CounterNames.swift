import Workflow

/// Requires that whatever looks at a counter finds one that some action counts.
enum CounterNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let effects = draft.actions.flatMap(\.allEffects)
        let known = Set(effects.compactMap(counted)).sorted()
        let looks = effects.compactMap(looked) + draft.actions.flatMap(\.guards).compactMap(looked)
        for name in looks where !known.contains(name.value) {
            log.recordUnknown(.unknownCounter, name, "counter", known: known)
        }
    }

    private static func counted(_ effect: Placed<Effect>) -> String? {
        guard case .count(let counter, _) = effect.value else { return nil }
        return counter
    }

    private static func looked(_ effect: Placed<Effect>) -> Placed<String>? {
        switch effect.value {
        case .raiseLevel(let counter?, _), .set(_, .counter(let counter)):
            Placed(value: counter, place: effect.place)
        default: nil
        }
    }

    private static func looked(_ condition: Placed<Guard>) -> Placed<String>? {
        guard case .atMostTimes(let counter, _, _) = condition.value else { return nil }
        return Placed(value: counter, place: condition.place)
    }
}
