import Languages
import Workflow

/// Requires that a right is held in states from which its action leads on, and that somebody may
/// take the action in each of those.
enum RightStates: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let bounded = draft.actions.filter { action in
            action.rights.contains { !$0.value.states.isEmpty }
        }
        for action in bounded {
            let sources = Set(action.transitions.map(\.from.value)).sorted()
            for right in action.rights {
                for state in right.value.states where !sources.contains(state) {
                    log.recordUnknown(
                        .unknownState, Placed(value: state, place: right.place),
                        Label(zh: "状态", en: "state"),
                        known: sources)
                }
            }
            checkHeld(action, sources, log)
        }
    }

    private static func checkHeld(_ action: ActionDraft, _ sources: [String], _ log: FaultLog) {
        let rights = action.rights.map(\.value)
        for state in sources {
            let isHeld = rights.contains { $0.states.isEmpty || $0.states.contains(state) }
            guard !isHeld else { continue }
            log.record(
                .nobodyMay, at: action.name.place,
                Label(
                    zh: "在状态“\(state)”没有人有权做“\(action.name.value)”",
                    en: "nobody may take `\(action.name.value)` in the state `\(state)`"),
                Label(
                    zh: "请把状态加进某个权利的 `in`，或加不写 `in` 的权利",
                    en: "add the state to `in` of a right, or a right without `in`"))
            return
        }
    }
}
