import Languages
package import Workflow

/// The dates of a running ledger that is taken over into one state.
///
/// Each is one from which a clock of the state counts, on which it is due, or on which it ended or
/// stood still. A run that the takeover itself stops is over: it is told where its beginning is given,
/// and then needs its end.
package struct LedgerDates {
    /// The dates that the state has, in the order of the action.
    package let known: [FieldDefinition]
    /// Those that only other states have.
    private let strange: [FieldDefinition]
    private let effects: [Effect]
    /// The clocks whose run is over.
    private let past: Set<String>

    package init(of action: ActionDefinition, _ transition: ActionDefinition.Transition) {
        let effects = action.effects + transition.effects
        let own = Set(effects.flatMap(\.dateFields))
        let all = Set(
            (action.effects + action.transitions.flatMap(\.effects)).flatMap(\.dateFields))
        known = action.fields.filter { own.contains($0.name) }
        strange = action.fields.filter { all.contains($0.name) && !own.contains($0.name) }
        past = Set(
            effects.compactMap { effect in
                if case .stop(let clock) = effect { clock } else { nil }
            })
        self.effects = effects
    }

    /// The faults of the fields that are given: those that the state lacks, and those without which a
    /// clock would begin anew, or end now.
    func faults(in given: Set<String>, state: Label) -> [FieldFault] {
        let missing = Set(effects.flatMap { needed(by: $0, given) }).subtracting(given)
        return strange.filter { given.contains($0.name) }.map {
            FieldFault(field: $0.name, strangeness(in: state))
        }
            + known.filter { missing.contains($0.name) }.map {
                FieldFault(
                    field: $0.name,
                    Label(
                        zh: "“\(state.zh)”状态须填写\($0.label.zh)",
                        en: "is required in the state “\(state.en)”"))
            }
    }

    private func needed(by effect: Effect, _ given: Set<String>) -> [String] {
        switch effect {
        case .startDated(let clock, let since?, let due):
            let isTold = !past.contains(clock) || due.map(given.contains) ?? false
            return isTold ? [since] : []
        case .startDated(_, nil, let due): return [due].compactMap { $0 }
        case .holdSince(let clock, let since), .pauseSince(let clock, let since):
            return !past.contains(clock) || isBegun(clock, given) ? [since] : []
        case .start, .startSteps, .startUnlessRunning, .startForNew, .continueLast, .stop, .cancel,
            .hold, .release, .pause, .resume, .extend, .stopStep, .stopOwn, .count, .raiseLevel,
            .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon, .leaveCommon,
            .shareResult, .mergeInto, .tell:
            return []
        }
    }

    private func isBegun(_ clock: String, _ given: Set<String>) -> Bool {
        effects.contains { effect in
            guard case .startDated(clock, let since?, _) = effect else { return false }
            return given.contains(since)
        }
    }

    private func strangeness(in state: Label) -> Label {
        guard !known.isEmpty else {
            return Label(
                zh: "“\(state.zh)”状态不填任何日期",
                en: "is no date of the state “\(state.en)”, which has none")
        }
        return Label(
            zh: "“\(state.zh)”状态没有此日期；可填：\(known.map(\.label.zh).joined(separator: "、"))",
            en: "is no date of the state “\(state.en)”, which has: "
                + known.map(\.label.en).joined(separator: ", "))
    }
}
