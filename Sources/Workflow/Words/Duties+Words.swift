extension WorkflowComparison {
    /// Says what is asked for otherwise; what no file says is the usual.
    static func duties(_ comparison: inout Comparison, _ old: DutyTable, _ new: DutyTable) {
        for clock in Set(old.clocks.keys).union(new.clocks.keys).sorted() {
            comparison.note(
                "duty of clock `\(clock)`", words(old.clocks[clock]), words(new.clocks[clock]))
        }
        for state in Set(old.states.keys).union(new.states.keys).sorted() {
            comparison.note(
                "duty in state `\(state)`", (old.states[state] ?? []).map(words),
                (new.states[state] ?? []).map(words))
        }
    }

    private static func words(_ asked: [AskedAction]?) -> String {
        guard let asked else { return "the usual" }
        return asked.isEmpty ? "none" : asked.map(words).joined(separator: " or ")
    }

    private static func words(_ ask: StateAsk) -> String {
        words(ask.actions) + (ask.before.map { ", before `\($0)` is due" } ?? "")
    }

    private static func words(_ asked: AskedAction) -> String {
        "`\(asked.action)`"
            + (asked.owedBy.map { " by \($0.map(\.words).joined(separator: ", "))" } ?? "")
    }
}
