import Languages

extension WorkflowComparison {
    /// Says what is asked for otherwise; what no file says is the usual.
    static func duties(_ comparison: inout Comparison, _ old: DutyTable, _ new: DutyTable) {
        for clock in Set(old.clocks.keys).union(new.clocks.keys).sorted() {
            comparison.note(
                comparison.named(Label(zh: "时限待办", en: "duty of clock"), clock),
                words(old.clocks[clock]), words(new.clocks[clock]))
        }
        for state in Set(old.states.keys).union(new.states.keys).sorted() {
            comparison.note(
                comparison.named(Label(zh: "状态待办", en: "duty in state"), state),
                (old.states[state] ?? []).map(words),
                (new.states[state] ?? []).map(words))
        }
    }

    private static func words(_ asked: [AskedAction]?) -> Label {
        guard let asked else { return Label(zh: "照常", en: "the usual") }
        guard !asked.isEmpty else { return none }
        return Label { language in
            asked.map { words($0).text(in: language) }.joined(separator: language(" 或 ", " or "))
        }
    }

    private static func words(_ ask: StateAsk) -> Label {
        Label { language in
            words(ask.actions).text(in: language)
                + (ask.before.map { language("，在“\($0)”到期前", ", before `\($0)` is due") } ?? "")
        }
    }

    private static func words(_ asked: AskedAction) -> Label {
        Label { language in
            let people = asked.owedBy.map { language.list($0.map { $0.words.text(in: language) }) }
            return Label.name(asked.action).text(in: language)
                + (people.map { language("（\($0)）", " by \($0)") } ?? "")
        }
    }
}
