import Workflow

/// Requires that effects and guards name attributes of the closed set.
///
/// The attributes that fields set are checked while the fields are read.
enum AttributeNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let names = draft.actions.flatMap { action in
            action.allEffects.compactMap { named($0.value.attribute, $0.place) }
                + action.guards.compactMap { named($0.value.attribute, $0.place) }
        }
        for name in names where AttributeName(rawValue: name.value) == nil {
            log.recordUnknown(
                .unknownAttribute, name, "attribute", known: AttributeName.allCases.map(\.rawValue))
        }
    }

    private static func named(_ name: String?, _ place: Place) -> Placed<String>? {
        name.map { Placed(value: $0, place: place) }
    }
}

extension Effect {
    /// The attribute that the effect sets or clears.
    var attribute: String? {
        switch self {
        case .set(let attribute, _), .clear(let attribute): attribute
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .stop, .cancel, .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend,
            .stopStep, .stopOwn, .count, .raiseLevel, .giveCard, .askEvaluation, .giveLink,
            .renewLink, .raiseOffice, .raiseLead, .noteRouting, .chargeTime, .putToArbitration,
            .joinCommon, .leaveCommon, .shareResult, .mergeInto, .tell:
            nil
        }
    }
}

extension Guard {
    /// The attribute that the guard looks at.
    var attribute: String? {
        switch self {
        case .isSet(let attribute), .isNotSet(let attribute): attribute
        case .withinLimit, .limitPassed, .beforeDue, .atMostTimes, .atLeastTimes, .reasonedOverride,
            .beforeAny, .notTheHandler, .allOpinionsIn, .reopenedWithin, .classIn, .givenWhen,
            .stepIsOpen, .planDated, .extensionAllowed, .notComplainedOf, .anotherLead, .leadAbove,
            .anotherUnit:
            nil
        }
    }
}
