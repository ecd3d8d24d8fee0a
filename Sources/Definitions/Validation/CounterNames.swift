import Languages
import Workflow

/// Requires that whatever counts or looks at a counter finds it declared, and that none is idle.
enum CounterNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let known = draft.counters.map(\.name.value)
        let effects = draft.actions.flatMap(\.allEffects)
        let named = effects.compactMap(named) + draft.actions.flatMap(\.guards).compactMap(looked)
        for name in named where !known.contains(name.value) {
            log.recordUnknown(.unknownCounter, name, Label(zh: "计数", en: "counter"), known: known)
        }
        let counted = Set(effects.compactMap(counted))
        for counter in draft.counters where !counted.contains(counter.name.value) {
            log.record(
                .unusedName, at: counter.name.place,
                Label(
                    zh: "没有动作计“\(counter.name.value)”", en: "nothing counts `\(counter.name.value)`"
                ),
                Label(
                    zh: "请给动作加 `{count: \(counter.name.value)}`，或删去这个计数",
                    en: "add `{count: \(counter.name.value)}` to an action, or remove the counter"))
        }
    }

    private static func counted(_ effect: Placed<Effect>) -> String? {
        guard case .count(let counter, _) = effect.value else { return nil }
        return counter
    }

    private static func named(_ effect: Placed<Effect>) -> Placed<String>? {
        switch effect.value {
        case .count(let counter, _), .raiseLevel(let counter?, _, _),
            .putToArbitration(let counter, _),
            .set(_, .counter(let counter)):
            Placed(value: counter, place: effect.place)
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .stop, .cancel, .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend,
            .stopStep, .stopOwn, .raiseLevel, .giveCard, .set, .clear, .askEvaluation, .giveLink,
            .renewLink, .raiseOffice, .raiseLead, .noteRouting, .chargeTime,
            .joinCommon, .leaveCommon, .shareResult, .mergeInto, .tell:
            nil
        }
    }

    private static func looked(_ condition: Placed<Guard>) -> Placed<String>? {
        switch condition.value {
        case .atMostTimes(let counter, _, _), .atLeastTimes(let counter, _):
            Placed(value: counter, place: condition.place)
        case .withinLimit, .limitPassed, .beforeDue, .reasonedOverride, .beforeAny, .notTheHandler,
            .allOpinionsIn, .reopenedWithin, .classIn, .isSet, .isNotSet, .givenWhen, .stepIsOpen,
            .planDated, .extensionAllowed, .notComplainedOf, .anotherLead, .leadAbove, .anotherUnit:
            nil
        }
    }
}
