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
                "no action leads to `\(state.name.value)`",
                "add a transition to it, or remove the state")
        }
    }
}
