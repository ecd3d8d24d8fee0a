import Languages
import Workflow

/// Requires that effects, guards and classes name clocks that exist.
enum ClockNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let known = draft.clocks.map(\.kind.value)
        for name in names(draft) where !known.contains(name.value) {
            log.recordUnknown(.unknownClock, name, Label(zh: "时限", en: "clock"), known: known)
        }
    }

    private static func names(_ draft: WorkflowDraft) -> [Placed<String>] {
        draft.duties.clockNames + draft.classes.flatMap(\.limited)
            + draft.classes.flatMap { $0.marks.map(\.clock) }
            + draft.actions.flatMap { action in
                action.allEffects.compactMap { placed in
                    placed.value.clock.map { Placed(value: $0, place: placed.place) }
                }
                    + action.guards.compactMap { placed in
                        placed.value.clock.map { Placed(value: $0, place: placed.place) }
                    }
            }
    }
}

extension Effect {
    /// The clock that the effect acts on.
    var clock: String? {
        switch self {
        case .start(let clock), .startUnlessRunning(let clock), .startForNew(let clock),
            .continueLast(let clock),
            .startDated(let clock, _, _), .startSteps(let clock, _), .stop(let clock),
            .stopOwn(let clock), .stopStep(let clock, _), .cancel(let clock), .hold(let clock),
            .holdSince(let clock, _),
            .release(let clock), .pause(let clock), .pauseSince(let clock, _), .resume(let clock),
            .extend(let clock, _):
            clock
        case .count, .raiseLevel, .giveCard, .set, .clear, .askEvaluation, .raiseOffice, .tell,
            .giveLink, .renewLink, .raiseLead, .noteRouting, .chargeTime, .putToArbitration,
            .joinCommon, .leaveCommon, .shareResult, .mergeInto:
            nil
        }
    }

    /// The clock that runs after the effect.
    func startedClock(in draft: WorkflowDraft) -> String? {
        switch self {
        case .start(let clock), .startUnlessRunning(let clock), .startForNew(let clock),
            .startDated(let clock, _, _), .startSteps(let clock, _):
            clock
        // Whoever is named at a level has a time to act.
        case .raiseLevel: draft.escalation
        case .continueLast, .stop, .cancel, .hold, .holdSince, .release, .pause, .pauseSince,
            .resume, .extend, .stopStep, .stopOwn, .count, .giveCard, .set, .clear, .askEvaluation,
            .giveLink, .renewLink, .raiseOffice, .raiseLead, .noteRouting, .chargeTime,
            .putToArbitration, .joinCommon, .leaveCommon, .shareResult, .mergeInto, .tell:
            nil
        }
    }

    /// The clock that some action ends: with a verdict, or without one.
    var endedClock: String? {
        switch self {
        case .stop(let clock), .stopOwn(let clock), .stopStep(let clock, _), .cancel(let clock):
            clock
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend, .count, .raiseLevel,
            .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon, .leaveCommon,
            .shareResult, .mergeInto, .tell:
            nil
        }
    }

    /// The clock that no longer runs after the effect, or stands still: none of its marks passes.
    var quietedClock: String? {
        switch self {
        case .stop(let clock), .cancel(let clock): clock
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend, .stopStep, .stopOwn,
            .count, .raiseLevel, .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink,
            .raiseOffice, .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon,
            .leaveCommon, .shareResult, .mergeInto, .tell:
            nil
        }
    }
}

extension Guard {
    /// The clock that the guard looks at.
    var clock: String? {
        switch self {
        case .withinLimit(let clock), .limitPassed(let clock), .beforeDue(let clock, _),
            .stepIsOpen(let clock, _):
            clock
        case .atMostTimes, .atLeastTimes, .reasonedOverride, .beforeAny, .notTheHandler,
            .allOpinionsIn, .reopenedWithin, .classIn, .isSet, .isNotSet, .givenWhen, .planDated,
            .extensionAllowed, .notComplainedOf, .anotherLead, .leadAbove, .anotherUnit:
            nil
        }
    }
}
