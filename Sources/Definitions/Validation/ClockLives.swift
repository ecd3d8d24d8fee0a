import Languages
import Workflow

/// Requires that every clock is started by some action and ended by another, and that dates come
/// with the start of those clocks that have no limit.
enum ClockLives: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let effects = draft.actions.flatMap(\.allEffects).map(\.value)
        let started = Set(effects.compactMap { $0.startedClock(in: draft) })
        let ended = Set(effects.compactMap(\.endedClock))
        for clock in draft.clocks {
            let kind = clock.kind.value
            if !started.contains(kind) {
                log.record(
                    .clockWithoutLife, at: clock.kind.place,
                    Label(zh: "没有动作开始“\(kind)”", en: "no action starts `\(kind)`"),
                    Label(
                        zh: "请给动作加 `{start: \(kind)}`，或删去这个时限",
                        en: "add `{start: \(kind)}` to an action, or remove the clock"))
            } else if !ended.contains(kind) {
                log.record(
                    .clockWithoutLife, at: clock.kind.place,
                    Label(zh: "“\(kind)”开始后从不停止", en: "`\(kind)` is started and never stopped"),
                    Label(
                        zh: "请给动作加 `{stop: \(kind)}` 或 `{cancel: \(kind)}`",
                        en: "add `{stop: \(kind)}` or `{cancel: \(kind)}` to an action"))
            }
        }
        checkPauses(effects, draft, log: log)
        checkDates(draft, log: log)
    }

    private static func checkPauses(
        _ effects: [Effect], _ draft: WorkflowDraft, log: FaultLog
    ) {
        let paused = Set(effects.compactMap(\.pausedClock))
        let resumed = Set(effects.compactMap(\.resumedClock))
        for clock in draft.clocks where paused.contains(clock.kind.value) {
            let kind = clock.kind.value
            guard !resumed.contains(kind) else { continue }
            log.record(
                .clockWithoutLife, at: clock.kind.place,
                Label(zh: "“\(kind)”暂停后从不恢复", en: "`\(kind)` is paused and never resumed"),
                Label(zh: "请给动作加 `{resume: \(kind)}`", en: "add `{resume: \(kind)}` to an action"))
        }
    }

    private static func checkDates(_ draft: WorkflowDraft, log: FaultLog) {
        let dated = Set(draft.clocks.filter(\.definition.isDated).map(\.kind.value))
        for effect in draft.actions.flatMap(\.allEffects) {
            guard let clock = effect.value.startedClock(in: draft), dated.contains(clock),
                !effect.value.givesDate
            else { continue }
            log.record(
                .clockWithoutLife, at: effect.place,
                Label(
                    zh: "“\(clock)”没有长短，这里也没有给日期",
                    en: "`\(clock)` has no limit, and this start gives no date"),
                Label(
                    zh: "请写 `{start: {clock: \(clock), plan: …}}` 或 `{clock: \(clock), due: …}`",
                    en: "write `{start: {clock: \(clock), plan: …}}` or `{clock: \(clock), due: …}`"
                ))
        }
    }
}

extension Effect {
    fileprivate var pausedClock: String? {
        switch self {
        case .pause(let clock), .pauseSince(let clock, _): clock
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .stop, .cancel, .hold, .holdSince, .release, .resume, .extend, .stopStep, .stopOwn,
            .count, .raiseLevel, .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink,
            .raiseOffice, .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon,
            .leaveCommon, .shareResult, .mergeInto, .tell:
            nil
        }
    }

    fileprivate var resumedClock: String? {
        if case .resume(let clock) = self { clock } else { nil }
    }

    /// Tells whether a start says when the clock is due.
    fileprivate var givesDate: Bool {
        switch self {
        case .startSteps: true
        case .startDated(_, _, let due): due != nil
        case .start, .startUnlessRunning, .startForNew, .continueLast, .stop, .cancel, .hold,
            .holdSince, .release, .pause, .pauseSince, .resume, .extend, .stopStep, .stopOwn,
            .count, .raiseLevel, .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink,
            .raiseOffice, .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon,
            .leaveCommon, .shareResult, .mergeInto, .tell:
            false
        }
    }
}
