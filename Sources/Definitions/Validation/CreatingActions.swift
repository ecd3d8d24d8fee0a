import Languages
import Workflow

/// Requires that cases can be filed, and that actions which create issues give them what every issue
/// must have.
enum CreatingActions: WorkflowValidator {
    /// The action that the filing of a case takes.
    private static let filing = "file"
    /// What every issue has.
    private static let needed: [Attribute] = [.category, .division]

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let creating = draft.actions.filter {
            $0.transitions.contains { $0.from.value == StateDefinition.unborn }
        }
        if !creating.contains(where: { $0.name.value == filing }),
            let first = draft.actions.first
        {
            log.record(
                .noTransition, at: first.name.place,
                Label(
                    zh: "没有从 `unborn` 开始的动作“\(filing)”",
                    en: "no action `\(filing)` leads from `unborn`"),
                Label(zh: "请加上：登记用它", en: "add it: cases are filed by it"))
        }
        for action in creating where !isSplit(action) {
            check(action, log: log)
            checkDates(action, log: log)
            checkBeginnings(action, of: draft, log: log)
        }
    }

    /// What a ledger brings goes on: a clock of its that began with the takeover would give it the whole
    /// limit once more.
    private static func checkBeginnings(
        _ action: ActionDraft, of draft: WorkflowDraft, log: FaultLog
    ) {
        guard action.isAdoption else { return }
        for effect in action.allEffects {
            guard let clock = effect.value.clockBegunNow(in: draft) else { continue }
            log.record(
                .ledgerBeginsAnew, at: effect.place,
                Label(
                    zh: "“\(action.name.value)”接收旧台账，却让“\(clock)”从头计时",
                    en: "`\(action.name.value)` takes over a ledger and begins `\(clock)` anew"),
                Label(
                    zh: "请从所给日期起算：`{start: {clock: \(clock), since: …}}`",
                    en: "count it from a date that is given: `{start: {clock: \(clock), since: …}}`"
                ))
        }
    }

    /// Only what is marked as not attested may bring clocks that count from the past.
    private static func checkDates(_ action: ActionDraft, log: FaultLog) {
        guard !action.isAdoption else { return }
        for effect in action.allEffects where effect.value.countsFromThePast {
            log.record(
                .countsFromThePast, at: effect.place,
                Label(
                    zh: "“\(action.name.value)”带来从过去起算的时限，却不是接收旧台账",
                    en:
                        "`\(action.name.value)` brings a clock that counts from the past, and is no adoption"
                ),
                Label(
                    zh: "请加上 `adoption: true`，以免日期被当作已经证实",
                    en: "add `adoption: true` to it, so that nobody takes its dates for attested"))
        }
    }

    /// The parts of a split take everything from the issue that is split.
    private static func isSplit(_ action: ActionDraft) -> Bool {
        action.fields.contains { $0.value.form == .newIssues }
    }

    private static func check(_ action: ActionDraft, log: FaultLog) {
        for attribute in needed {
            let isBrought = action.fields.contains {
                $0.value.sets == attribute && $0.value.form == attribute.kind.fieldForm
                    && $0.value.isRequired
            }
            guard !isBrought else { continue }
            let name = attribute.name
            log.record(
                .missingKey, at: action.name.place,
                Label(
                    zh: "“\(action.name.value)”没有带来 \(name)",
                    en: "`\(action.name.value)` brings no \(name)"),
                Label(
                    zh: "请加必填字段，写 `form: \(name)` 和 `sets: \(name)`",
                    en: "add a required field with `form: \(name)` and `sets: \(name)`"))
        }
        guard action.field("title")?.isRequired != true else { return }
        log.record(
            .missingKey, at: action.name.place,
            Label(zh: "“\(action.name.value)”没有标题", en: "`\(action.name.value)` brings no title"),
            Label(zh: "请加上 `title: required`", en: "add `title: required`"))
    }
}

extension Effect {
    /// The clock that the effect starts at the moment of the action, whatever dates are given.
    fileprivate func clockBegunNow(in draft: WorkflowDraft) -> String? {
        switch self {
        case .start(let clock), .startUnlessRunning(let clock), .startForNew(let clock),
            .continueLast(let clock):
            clock
        case .raiseLevel: draft.escalation
        case .startDated, .startSteps, .stop, .cancel, .hold, .holdSince, .release, .pause,
            .pauseSince, .resume, .extend, .stopStep, .stopOwn, .count, .giveCard, .set, .clear,
            .askEvaluation, .giveLink, .renewLink, .raiseOffice, .raiseLead, .noteRouting,
            .chargeTime, .putToArbitration, .joinCommon, .leaveCommon, .shareResult, .mergeInto,
            .tell:
            nil
        }
    }

    fileprivate var countsFromThePast: Bool {
        switch self {
        case .startDated(_, let since, _): since != nil
        case .pauseSince, .holdSince: true
        case .start, .startSteps, .startUnlessRunning, .startForNew, .continueLast, .stop, .cancel,
            .hold, .release, .pause, .resume, .extend, .stopStep, .stopOwn, .count, .raiseLevel,
            .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon, .leaveCommon,
            .shareResult, .mergeInto, .tell:
            false
        }
    }
}
