import Languages
import Workflow

/// Requires that effects and guards name fields of their own action, of the form that they need.
enum FieldNames: WorkflowValidator {
    /// What an effect or guard wants of a field.
    private struct Demand {
        let field: String
        let place: Place
        let expected: Label
        let isMet: (FieldDefinition.Form) -> Bool
    }

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let dates = Set(draft.actions.flatMap { Self.dates($0) })
        for action in draft.actions {
            let demands =
                action.allEffects.compactMap { demand($0.value, $0.place) }
                + action.allEffects.flatMap(laterDate)
                + action.guards.compactMap { demand($0.value, $0.place) }
            for demand in demands { check(demand, of: action, log: log) }
            for effect in action.allEffects { checkPlan(effect, of: action, in: draft, log: log) }
            for field in action.fields { checkBounds(field, of: action, dates, log: log) }
        }
    }

    /// A date is held against other dates of the same action.
    ///
    /// A name that no action knows is a fault where it is written; one that others know is a fault
    /// of the action that lacks it.
    private static func checkBounds(
        _ field: FieldDraft, of action: ActionDraft, _ dates: Set<String>, log: FaultLog
    ) {
        let known = Self.dates(action).filter { $0 != field.value.name }
        for bound in field.bounds where !known.contains(bound.value) {
            let others = dates.subtracting([field.value.name])
            if others.contains(bound.value) {
                let name = Placed(value: bound.value, place: field.place)
                log.recordUnknown(.unknownField, name, Label(zh: "日期", en: "date"), known: known)
            } else {
                log.recordUnknown(
                    .unknownField, bound, Label(zh: "日期", en: "date"), known: others.sorted())
            }
        }
    }

    private static func dates(_ action: ActionDraft) -> [String] {
        action.fields.map(\.value).filter { $0.form == .date }.map(\.name)
    }

    /// A plan or a deadline is in a field of the action, or in an attribute that a field sets.
    private static func checkPlan(
        _ effect: Placed<Effect>, of action: ActionDraft, in draft: WorkflowDraft, log: FaultLog
    ) {
        let (name, forms, what): (String, [FieldDefinition.Form], Label)
        switch effect.value {
        case .startSteps(_, let plan):
            (name, forms, what) = (
                plan, [.plan, .decisions], Label(zh: "计划", en: "plan")
            )
        case .startDated(_, _, let due?):
            (name, forms, what) = (
                due, [.date], Label(zh: "日期", en: "date")
            )
        case .start, .startDated, .startUnlessRunning, .startForNew, .continueLast, .stop, .cancel,
            .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend, .stopStep, .stopOwn,
            .count, .raiseLevel, .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink,
            .raiseOffice, .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon,
            .leaveCommon, .shareResult, .mergeInto, .tell:
            return
        }
        let fields = draft.actions.flatMap(\.fields).map(\.value)
            .filter { forms.contains($0.form) }
        let known =
            action.fields.map(\.value).filter { forms.contains($0.form) }.map(\.name)
            + fields.compactMap(\.sets?.name)
        guard !known.contains(name) else { return }
        log.recordUnknown(
            .unknownField, Placed(value: name, place: effect.place), what,
            known: Set(known).sorted())
    }

    private static func check(_ demand: Demand, of action: ActionDraft, log: FaultLog) {
        guard let field = action.field(demand.field) else {
            log.recordUnknown(
                .unknownField, Placed(value: demand.field, place: demand.place),
                Label(zh: "字段", en: "field"),
                known: action.fields.map(\.value.name))
            return
        }
        guard !demand.isMet(field.form) else { return }
        log.record(
            .wrongFieldForm, at: demand.place,
            Label(zh: "字段“\(field.name)”的形式不对", en: "the field `\(field.name)` has another form"),
            Label(
                zh: "须为 \(demand.expected.zh)", en: "it must be \(demand.expected.en)"))
    }

    /// The date in the past that a start with a given end names.
    private static func laterDate(_ effect: Placed<Effect>) -> [Demand] {
        guard case .startDated(_, let since?, .some) = effect.value else { return [] }
        return [
            Demand(field: since, place: effect.place, expected: .written("`form: date`")) {
                $0 == .date
            }
        ]
    }

    private static func demand(_ effect: Effect, _ place: Place) -> Demand? {
        switch effect {
        case .extend(_, let field):
            Demand(field: field, place: place, expected: .written("`form: date`")) { $0 == .date }
        case .stopStep(_, let field):
            Demand(field: field, place: place, expected: .written("`form: count`")) { $0 == .count }
        case .pauseSince(_, let field), .holdSince(_, let field), .startDated(_, let field?, nil):
            Demand(field: field, place: place, expected: .written("`form: date`")) { $0 == .date }
        case .giveCard(.field(let field)):
            Demand(field: field, place: place, expected: .written("`choice: [yellow, red]`")) {
                $0 == .choice(["yellow", "red"])
            }
        case .set(_, .field(let field)):
            Demand(field: field, place: place, expected: Label(zh: "任何形式", en: "any form")) { _ in
                true
            }
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .stop, .cancel, .hold, .release, .pause, .resume, .stopOwn, .count, .raiseLevel,
            .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon, .leaveCommon,
            .shareResult, .mergeInto, .tell:
            nil
        }
    }

    private static func demand(_ condition: Guard, _ place: Place) -> Demand? {
        switch condition {
        case .stepIsOpen(_, let field):
            Demand(field: field, place: place, expected: .written("`form: count`")) { $0 == .count }
        case .givenWhen(let field, _, _):
            Demand(field: field, place: place, expected: Label(zh: "任何形式", en: "any form")) { _ in
                true
            }
        case .reasonedOverride(let field):
            Demand(field: field, place: place, expected: Label(zh: "文字", en: "a text")) { form in
                if case .text = form { true } else { false }
            }
        case .planDated(let field):
            Demand(
                field: field, place: place,
                expected: Label(
                    zh: "`form: plan` 或 `form: decisions`", en: "`form: plan` or `form: decisions`")
            ) {
                $0 == .plan || $0 == .decisions
            }
        case .extensionAllowed(let field):
            Demand(field: field, place: place, expected: .written("`form: date`")) { $0 == .date }
        case .anotherLead(let field), .leadAbove(let field):
            Demand(field: field, place: place, expected: .written("`form: unit`")) { $0 == .unit }
        case .notComplainedOf(let field), .anotherUnit(let field):
            Demand(
                field: field, place: place,
                expected: Label(
                    zh: "`form: unit` 或 `form: units`", en: "`form: unit` or `form: units`")
            ) {
                $0 == .unit || $0 == .units
            }
        case .withinLimit, .limitPassed, .beforeDue, .atMostTimes, .atLeastTimes,
            .beforeAny, .notTheHandler, .allOpinionsIn, .reopenedWithin, .classIn, .isSet,
            .isNotSet:
            nil
        }
    }
}

extension Label {
    /// What is written alike in both languages.
    fileprivate static func written(_ text: String) -> Label { Label(zh: text, en: text) }
}
