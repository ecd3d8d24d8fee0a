import Languages
import Workflow

/// Requires that an issue can come into every state; taking over old ledgers does not count.
enum Reachability: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let pairs = draft.actions.filter { !$0.isAdoption }.flatMap(\.transitions)
            .map { (from: $0.from.value, to: $0.to.value) }
        let reached = Moves(pairs).reached(from: [StateDefinition.unborn])
        for state in draft.states where !reached.contains(state.name.value) {
            log.record(
                .unreachableState, at: state.name.place,
                Label(
                    zh: "没有动作通向“\(state.name.value)”",
                    en: "no action leads to `\(state.name.value)`"),
                Label(zh: "请加通向它的走向，或删去这个状态", en: "add a transition to it, or remove the state"))
        }
    }
}
