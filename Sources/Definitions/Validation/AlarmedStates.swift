import Languages
import Workflow

/// Requires that what a mark sets off can run wherever its clock can be running.
///
/// A clock can run in the states that the actions starting it lead to, and in whatever state can
/// be reached from there by actions that do not end it.
enum AlarmedStates: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let open = draft.openStates
        for (clock, marks) in Dictionary(grouping: draft.marks, by: { $0.clock.value }) {
            let running = states(where: clock, in: draft)
            for mark in marks {
                guard let action = draft.action(mark.action.value) else { continue }
                let able = Set(action.transitions.filter { $0.when.isEmpty }.map(\.from.value))
                for state in open where running.contains(state) && !able.contains(state) {
                    log.record(
                        .automaticCannotRun, at: mark.action.place,
                        Label(
                            zh: "“\(action.name.value)”不能在“\(state)”运行，而“\(clock)”可能在那里计时",
                            en:
                                "`\(action.name.value)` cannot run in `\(state)`, where `\(clock)` can be running"
                        ),
                        Label(
                            zh: "请把“\(state)”加进 `from`，或写 `from: anyOpen`",
                            en: "add `\(state)` to its `from`, or use `from: anyOpen`"))
                }
            }
        }
    }

    private static func states(where clock: String, in draft: WorkflowDraft) -> Set<String> {
        var starts: [String] = []
        var carries: [(from: String, to: String)] = []
        for action in draft.actions {
            for transition in action.transitions {
                let effects = (action.effects + transition.effects).map(\.value)
                let last = effects.last {
                    $0.startedClock(in: draft) == clock || $0.quietedClock == clock
                }
                if last?.startedClock(in: draft) == clock { starts.append(transition.to.value) }
                if last == nil, transition.from.value != StateDefinition.unborn {
                    carries.append((transition.from.value, transition.to.value))
                }
            }
        }
        let open = Set(draft.openStates)
        let carried = carries.filter { open.contains($0.from) && open.contains($0.to) }
        return Moves(carried).reached(from: starts)
    }
}
