import Languages
import Workflow

/// Requires that something sets what a guard looks at: else it always refuses, or never.
enum SettableAttributes: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let byEngine = Attribute.allCases.filter { $0.origin != .workflow }
        let byFields = draft.actions.flatMap(\.fields).compactMap(\.value.sets)
        let byEffects = draft.actions.flatMap(\.allEffects).compactMap(\.value.attributeSet)
        let known = Set(byEngine + byFields + byEffects)
        for condition in draft.actions.flatMap(\.guards) {
            guard let attribute = condition.value.attribute, !known.contains(attribute) else {
                continue
            }
            let name = attribute.name
            log.record(
                .unusedName, at: condition.place,
                Label(
                    zh: "条件要看“\(name)”，却没有什么填它",
                    en: "nothing sets `\(name)`, which a guard looks at"),
                Label(
                    zh: "请给字段加 `sets: \(name)`，或删去这个条件",
                    en: "let a field have `sets: \(name)`, or remove the guard"))
        }
    }
}

extension Effect {
    fileprivate var attributeSet: Attribute? {
        if case .set(let attribute, _) = self { attribute } else { nil }
    }
}

extension Guard {
    /// The attribute that the guard looks at.
    fileprivate var attribute: Attribute? {
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
