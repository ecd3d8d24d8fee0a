import Languages
import Workflow

/// Requires that what is owed can be done by whom it is owed, and that a clock which somebody owes asks
/// for something.
enum Duties: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for state in draft.duties.states { check(state, draft, log) }
        for clock in draft.duties.clocks { check(clock, draft, log) }
        for asked in draft.duties.asked { check(asked, draft, log) }
        let named = draft.duties.clocks.map(\.clock.value)
        for clock in draft.clocks where !clock.definition.isRight {
            let kind = clock.kind
            guard !named.contains(kind.value), !isEnded(kind.value, in: draft) else { continue }
            log.record(
                .asksForNothing, at: kind.place,
                Label(
                    zh: "“\(kind.value)”没有要办的事：没有人的动作能结束它",
                    en: "`\(kind.value)` asks for nothing: no action of people ends it"),
                Label(
                    zh: "请在 `duties` 的 `clocks` 下写明要办什么，或写 `\(kind.value): none`",
                    en: "name what it asks for under `clocks` of `duties`, or `\(kind.value): none`"
                ))
        }
    }

    private static func isEnded(_ clock: String, in draft: WorkflowDraft) -> Bool {
        draft.actions.contains { !$0.isAutomatic && !$0.isAdoption && $0.definition.ends(clock) }
    }

    private static func check(_ ask: DutyDraft.OfState, _ draft: WorkflowDraft, _ log: FaultLog) {
        guard draft.openStates.contains(ask.state.value) else {
            log.recordUnknown(
                .unknownState, ask.state, Label(zh: "在办状态", en: "open state"),
                known: draft.openStates)
            return
        }
        for asked in ask.asked {
            guard let action = draft.action(asked.action.value)?.definition,
                action.transitions(from: ask.state.value).isEmpty
            else { continue }
            log.record(
                .askedInVain, at: asked.action.place,
                Label(
                    zh: "“\(action.name)”不能在“\(ask.state.value)”办",
                    en: "`\(action.name)` is not possible in `\(ask.state.value)`"),
                Label(zh: "请改写能办的动作", en: "name an action that is"))
        }
    }

    private static func check(_ ask: DutyDraft.OfClock, _ draft: WorkflowDraft, _ log: FaultLog) {
        guard let clock = draft.clocks.first(where: { $0.kind.value == ask.clock.value }),
            clock.definition.isRight
        else { return }
        log.record(
            .askedInVain, at: ask.clock.place,
            Label(
                zh: "“\(ask.clock.value)”是权利，没有人必须办",
                en: "`\(ask.clock.value)` is a right, which nobody owes"),
            Label(zh: "请删去这一行", en: "remove this line"))
    }

    private static func check(_ asked: DutyDraft.Asked, _ draft: WorkflowDraft, _ log: FaultLog) {
        guard let action = draft.action(asked.action.value) else { return }
        if action.isAutomatic || action.isAdoption {
            log.record(
                .askedInVain, at: asked.action.place,
                Label(
                    zh: "“\(action.name.value)”不是人在办理中做的，没有人必须办",
                    en:
                        "nobody can owe `\(action.name.value)`, which people don't take in the course of an issue"
                ),
                Label(zh: "请改写由人来做的动作", en: "name an action of people"))
        }
        for right in asked.owedBy ?? [] {
            let isHeld = action.rights.contains {
                $0.value.role == right.value.role && $0.value.relation == right.value.relation
            }
            guard !isHeld else { continue }
            log.record(
                .askedInVain, at: right.place,
                Label(
                    zh: "“\(action.name.value)”要\(right.value.words.zh)办，而其无权办",
                    en: "`\(action.name.value)` is owed by \(right.value.words.en), "
                        + "who may not take it"),
                Label(zh: "请写它 `by` 里的人", en: "name people of its `by`"))
        }
    }
}
