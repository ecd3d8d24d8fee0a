import Languages
import Workflow

/// Reads where an action leads, and writes out `anyOpen` and `same`.
struct TransitionReader {
    static let anyOpen = "anyOpen"
    static let same = "same"

    let states: [StateDefinition]
    let effects: EffectReader
    let log: FaultLog

    /// Reads `from` and `to`, or the list of `transitions`: one entry for each from-state.
    func transitions(_ mapping: Mapping, of action: Placed<String>) -> [TransitionDraft] {
        let drafts: [TransitionDraft]
        if let list = mapping["transitions"] {
            drafts = bounded((list.list() ?? []).flatMap(item), of: action)
        } else {
            drafts = bounded(transitions(mapping, when: [], effects: []), of: action)
        }
        if drafts.isEmpty, log.faults.isEmpty {
            log.record(
                .noTransition, at: action.place,
                Label(zh: "“\(action.value)”没有走向", en: "`\(action.value)` leads nowhere"),
                Label(
                    zh: "请加上 `from` 和 `to`，或 `transitions`",
                    en: "add `from` and `to`, or `transitions`"))
        }
        return drafts
    }

    private func item(_ entry: Entry) -> [TransitionDraft] {
        guard let mapping = entry.mapping(of: ["from", "to", "when", "effects"]) else { return [] }
        let when = mapping.named("when").map {
            TransitionDraft.Condition(field: $0.key, values: $0.value.texts())
        }
        return transitions(
            mapping, when: when, effects: mapping["effects"].map(effects.effects) ?? [])
    }

    private func transitions(
        _ mapping: Mapping, when: [TransitionDraft.Condition], effects: [Placed<Effect>]
    ) -> [TransitionDraft] {
        let from = mapping.required("from")?.texts() ?? []
        guard let to = mapping.required("to")?.text() else { return [] }
        check(to, isSource: false)
        return from.map { source in
            check(source, isSource: true)
            return TransitionDraft(
                from: source, to: to, isFromAnyOpen: source.value == Self.anyOpen, when: when,
                effects: effects)
        }
    }

    private func check(_ name: Placed<String>, isSource: Bool) {
        let words = isSource ? [StateDefinition.unborn, Self.anyOpen] : [Self.same]
        let known = states.map(\.name) + words
        guard !known.contains(name.value) else { return }
        log.recordUnknown(.unknownState, name, Label(zh: "状态", en: "state"), known: known)
    }

    /// The most transitions of one action, `anyOpen` written out.
    private static let limit = 300

    private func bounded(
        _ drafts: [TransitionDraft], of action: Placed<String>
    ) -> [TransitionDraft] {
        let open = states.filter(\.isOpen).count
        let count = drafts.reduce(0) { $0 + ($1.isFromAnyOpen ? open : 1) }
        guard count > Self.limit else { return expanded(drafts) }
        log.record(
            .tooLarge, at: action.place,
            Label(
                zh: "“\(action.value)”有 \(count) 条走向",
                en: "`\(action.value)` has \(count) transitions"),
            Label(
                zh: "至多读 \(Self.limit) 条，`anyOpen` 按每个在办状态各算一条",
                en: "at most \(Self.limit) are read, `anyOpen` counted for every open state"))
        return []
    }

    /// Replaces `anyOpen` by every open state that the action does not name otherwise, and `same`
    /// by the from-state.
    private func expanded(_ drafts: [TransitionDraft]) -> [TransitionDraft] {
        let named = Set(drafts.map(\.from.value))
        return drafts.flatMap { draft -> [TransitionDraft] in
            guard draft.isFromAnyOpen else { return [draft.leaving(draft.from.value)] }
            return states.filter { $0.isOpen && !named.contains($0.name) }
                .map { draft.leaving($0.name) }
        }
    }
}

extension TransitionDraft {
    fileprivate func leaving(_ state: String) -> TransitionDraft {
        TransitionDraft(
            from: Placed(value: state, place: from.place),
            to: to.value == "same" ? Placed(value: state, place: to.place) : to,
            isFromAnyOpen: isFromAnyOpen, when: when, effects: effects)
    }
}
