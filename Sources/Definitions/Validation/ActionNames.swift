import Languages
import Workflow

/// Requires that marks, guards, rights and terminal states name actions that exist.
enum ActionNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let known = draft.actions.map(\.name.value)
        for name in names(draft) where !known.contains(name.value) {
            log.recordUnknown(.unknownAction, name, Label(zh: "动作", en: "action"), known: known)
        }
    }

    private static func names(_ draft: WorkflowDraft) -> [Placed<String>] {
        let ofMarks = draft.marks.map(\.action)
        let ofStates = draft.states.flatMap(\.leftBy)
        let ofRights = draft.actions.flatMap(\.rights).flatMap { right in
            right.value.notSamePersonAs.map { Placed(value: $0, place: right.place) }
        }
        let ofGuards = draft.actions.flatMap(\.guards).flatMap { condition in
            named(condition.value).map { Placed(value: $0, place: condition.place) }
        }
        return draft.calledActions + ofMarks + ofStates + ofRights + ofGuards
            + draft.duties.asked.map(\.action)
    }

    private static func named(_ condition: Guard) -> [String] {
        switch condition {
        case .beforeAny(let action, let since): [action] + since
        case .reopenedWithin(_, let since): since
        case .withinLimit, .limitPassed, .beforeDue, .atMostTimes, .atLeastTimes, .reasonedOverride,
            .notTheHandler, .allOpinionsIn, .classIn, .isSet, .isNotSet, .givenWhen, .stepIsOpen,
            .planDated, .extensionAllowed, .notComplainedOf, .anotherLead, .leadAbove, .anotherUnit:
            []
        }
    }
}
