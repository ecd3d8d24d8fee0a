import Languages
import Workflow

/// Requires that every evaluation leaves an answer of which the file says what it means, and that
/// nothing is taken for one that is none.
enum Evaluations: WorkflowValidator {
    private static let attribute = ValueRole.satisfied.attribute

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let evaluations = draft.roles.actions[.evaluation] ?? []
        let meant = meanings(in: draft)
        if evaluations.isEmpty { refuse(meant, log) }
        for name in evaluations {
            guard let action = draft.action(name.value) else { continue }
            checkAnswers(of: action, named: name, meant.map(\.name.value), log)
        }
        checkLink(draft, evaluations.map(\.value), log)
    }

    private static func meanings(
        in draft: WorkflowDraft
    ) -> [(name: Placed<String>, role: ValueRole)] {
        [ValueRole.satisfied, .dissatisfied].flatMap { role in
            (draft.roles.values[role] ?? []).map { (name: $0, role: role) }
        }
    }

    private static func refuse(
        _ meant: [(name: Placed<String>, role: ValueRole)], _ log: FaultLog
    ) {
        for (name, role) in meant {
            log.record(
                .roleUnfilled, at: name.place,
                Label(
                    zh: "“\(name.value)”用作 `\(role.rawValue)`，却没有动作用作 `evaluation`",
                    en: "`\(name.value)` is `\(role.rawValue)`, and no action is `evaluation`"),
                Label(
                    zh: "请在 `roles` 下写明动作，或写 `\(role.rawValue): none`",
                    en: "name the action under `roles`, or write `\(role.rawValue): none`"))
        }
    }

    /// What an evaluation said is read from the attribute right after it.
    private static func checkAnswers(
        of action: ActionDraft, named name: Placed<String>, _ meant: [String], _ log: FaultLog
    ) {
        guard action.alwaysAnswers(attribute) else {
            return log.record(
                .roleUnfit, at: name.place,
                Label(
                    zh: "“\(name.value)”没有留下“\(attribute.name)”，不能用作 `evaluation`",
                    en: "`\(name.value)` leaves no `\(attribute.name)`, so it is not `evaluation`"),
                Label(
                    zh: "请加填入“\(attribute.name)”的必填选择，或直接填值",
                    en: "add a required choice that sets `\(attribute.name)`, or set it to a value")
            )
        }
        for answer in action.answers(attribute) where !meant.contains(answer.value) {
            log.record(
                .roleUnfit, at: answer.place,
                Label(
                    zh: "“\(name.value)”可选“\(answer.value)”，"
                        + "它既不是 `satisfied` 也不是 `dissatisfied`",
                    en: "`\(name.value)` can say `\(answer.value)`, which is neither `satisfied` "
                        + "nor `dissatisfied`"),
                Label(zh: "请在 `roles` 的 `values` 下写明", en: "name it under `values` of `roles`"))
        }
    }

    private static func checkLink(
        _ draft: WorkflowDraft, _ evaluations: [String], _ log: FaultLog
    ) {
        for name in draft.roles.link[.evaluate] ?? [] where !evaluations.contains(name.value) {
            log.record(
                .roleUnfit, at: name.place,
                Label(
                    zh: "“\(name.value)”不是 `evaluation`，不能用作 `\(LinkRole.evaluate.rawValue)`",
                    en:
                        "`\(name.value)` is no `evaluation`, so it is not `\(LinkRole.evaluate.rawValue)`"
                ),
                Label(
                    zh: "请在 `roles` 的 `actions` 下也写上", en: "name it under `actions` of `roles` too")
            )
        }
    }
}

extension ActionDraft {
    /// Tells whether an attribute holds an answer after the action, whichever way it takes.
    fileprivate func alwaysAnswers(_ attribute: Attribute) -> Bool {
        guard !allEffects.contains(where: { $0.value == .clear(attribute: attribute) }) else {
            return false
        }
        func answer(_ effects: [Placed<Effect>]) -> Bool {
            effects.contains { !answers(of: $0, attribute).isEmpty }
        }
        let isAsked = fields.contains { $0.value.isRequired && !$0.answers(attribute).isEmpty }
        return isAsked || answer(effects)
            || !transitions.isEmpty && transitions.allSatisfy { answer($0.effects) }
    }

    /// Every answer that the action can leave in an attribute.
    fileprivate func answers(_ attribute: Attribute) -> [Placed<String>] {
        fields.flatMap { $0.answers(attribute) }
            + allEffects.flatMap { answers(of: $0, attribute) }
    }

    private func answers(of effect: Placed<Effect>, _ attribute: Attribute) -> [Placed<String>] {
        guard case .set(attribute, let source) = effect.value else { return [] }
        switch source {
        case .value(let text): return [Placed(value: text, place: effect.place)]
        case .field(let name):
            return fields.filter { $0.value.name == name && $0.value.isRequired }
                .flatMap(\.choices)
        case .actingPerson, .actingUnit, .leadUnit, .instant, .counter: return []
        }
    }
}

extension FieldDraft {
    fileprivate func answers(_ attribute: Attribute) -> [Placed<String>] {
        value.sets == attribute ? choices : []
    }

    fileprivate var choices: [Placed<String>] {
        guard case .choice(let values) = value.form else { return [] }
        return values.map { Placed(value: $0, place: origin) }
    }
}
