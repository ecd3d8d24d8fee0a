import Languages
import Workflow

/// Requires a way from every open state to a terminal one; what is possible in any open state,
/// such as withdrawing, does not count as a way.
enum DeadEnds: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let pairs = draft.actions.flatMap(\.transitions).filter { !$0.isFromAnyOpen }
            .map { (from: $0.to.value, to: $0.from.value) }
        let terminal = draft.states.filter { !$0.definition.isOpen }.map(\.name.value)
        let ending = Moves(pairs).reached(from: terminal)
        for state in draft.states where !ending.contains(state.name.value) {
            log.record(
                .deadEnd, at: state.name.place,
                Label(
                    zh: "从“\(state.name.value)”到不了终结状态",
                    en: "no way leads from `\(state.name.value)` to a terminal state"),
                Label(
                    zh: "请加离开它的走向；`anyOpen` 不算",
                    en: "add a transition that leaves it; `anyOpen` does not count"))
        }
    }
}
