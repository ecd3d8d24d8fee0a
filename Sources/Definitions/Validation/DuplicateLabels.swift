import Languages
import Workflow

/// Requires that people can tell apart what they see: no two of a kind with the same label.
enum DuplicateLabels: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        check(draft.states.map { ($0.name, $0.definition.label) }, "states", log)
        check(draft.actions.map { ($0.name, $0.label) }, "actions", log)
        check(draft.clocks.map { ($0.kind, $0.definition.label) }, "clocks", log)
        check(draft.classes.map { ($0.name, $0.definition.label) }, "classes", log)
        check(draft.counters.map { ($0.name, $0.definition.label) }, "counters", log)
        let categories = zip(draft.categoryCodes, draft.categories).map { ($0, $1.label) }
        check(categories, "categories", log)
    }

    private static func check(
        _ named: [(name: Placed<String>, label: Label)], _ what: String, _ log: FaultLog
    ) {
        var seen: [String: String] = [:]
        for (name, label) in named {
            for text in [label.zh, label.en] where !text.isEmpty {
                guard let other = seen.updateValue(name.value, forKey: text), other != name.value
                else { continue }
                log.record(
                    .indistinguishable, at: name.place,
                    Label(
                        zh: "“\(other)”与“\(name.value)”都叫“\(text)”",
                        en: "the \(what) `\(other)` and `\(name.value)` are both called “\(text)”"),
                    Label(zh: "请给其中一个改标签", en: "give one of them another label"))
            }
        }
    }
}
