import Workflow

/// Requires that effects and guards name attributes of the closed set.
///
/// The attributes that fields set are checked while the fields are read.
enum AttributeNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let names = draft.actions.flatMap { action in
            action.allEffects.compactMap(named) + action.guards.compactMap(named)
        }
        for name in names where AttributeName(rawValue: name.value) == nil {
            log.recordUnknown(
                .unknownAttribute, name, "attribute", known: AttributeName.allCases.map(\.rawValue))
        }
    }

    private static func named(_ effect: Placed<Effect>) -> Placed<String>? {
        switch effect.value {
        case .set(let attribute, _), .clear(let attribute):
            Placed(value: attribute, place: effect.place)
        default: nil
        }
    }

    private static func named(_ condition: Placed<Guard>) -> Placed<String>? {
        switch condition.value {
        case .isSet(let attribute), .isNotSet(let attribute):
            Placed(value: attribute, place: condition.place)
        default: nil
        }
    }
}
