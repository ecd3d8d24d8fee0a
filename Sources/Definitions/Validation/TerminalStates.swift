import Languages
import Workflow

/// Requires that a terminal state is left only by the actions that it names itself.
enum TerminalStates: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for state in draft.states where !state.definition.isOpen {
            let allowed = state.leftBy.map(\.value)
            for action in draft.actions where !allowed.contains(action.name.value) {
                check(action, leaving: state.name.value, log: log)
            }
        }
        checkUnused(draft, log: log)
        checkEntries(draft, log: log)
    }

    /// Whatever ends an issue starts nothing.
    private static func checkEntries(_ draft: WorkflowDraft, log: FaultLog) {
        let terminal = Set(draft.states.filter { !$0.definition.isOpen }.map(\.name.value))
        for action in draft.actions {
            for transition in action.transitions where terminal.contains(transition.to.value) {
                for effect in action.effects + transition.effects {
                    guard let clock = effect.value.startedClock(in: draft) else { continue }
                    log.record(
                        .startsAtTheEnd, at: effect.place,
                        Label(
                            zh: "“\(action.name.value)”去往终结状态“\(transition.to.value)”时"
                                + "开始“\(clock)”",
                            en: "`\(action.name.value)` starts `\(clock)` on the way to "
                                + "`\(transition.to.value)`, which is terminal"),
                        Label(
                            zh: "请删去：终结状态不计时",
                            en: "remove the start: nothing runs in a terminal state"))
                }
            }
        }
    }

    private static func check(_ action: ActionDraft, leaving state: String, log: FaultLog) {
        for transition in action.transitions where transition.from.value == state {
            log.record(
                .leavesTerminal, at: transition.from.place,
                Label(
                    zh: "“\(action.name.value)”离开终结状态“\(state)”",
                    en: "`\(action.name.value)` leaves `\(state)`, which is terminal"),
                Label(
                    zh: "请从 `from` 删去，或给状态加 `leftBy: [\(action.name.value)]`",
                    en:
                        "remove it from `from`, or add `leftBy: [\(action.name.value)]` to the state"
                ))
        }
    }

    private static func checkUnused(_ draft: WorkflowDraft, log: FaultLog) {
        for state in draft.states {
            for name in state.leftBy {
                let leaves = draft.action(name.value)?.transitions
                    .contains { $0.from.value == state.name.value }
                guard leaves != true || state.definition.isOpen else { continue }
                log.record(
                    .leavesTerminal, at: name.place,
                    Label(
                        zh: "“\(state.name.value)”的 `leftBy` 写了“\(name.value)”，用不上",
                        en:
                            "`leftBy` of `\(state.name.value)` names `\(name.value)`, which does not apply"
                    ),
                    Label(
                        zh: "只有终结状态才写，写离开它的动作：请删去",
                        en: "only terminal states have it, for actions that leave them: remove it"))
            }
        }
    }
}
