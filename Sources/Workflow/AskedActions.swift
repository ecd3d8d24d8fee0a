/// Holds what each clock and each state of a workflow asks for, with the usual where its file says nothing.
///
/// A clock asks for the actions that end it. Where nothing is asked for that leads on from a state, what
/// does is.
package struct AskedActions: Hashable, Sendable {
    private var byClock: [String: [AskedAction]] = [:]
    private var byState: [String: [StateAsk]] = [:]
    private var onward: [String: [AskedAction]] = [:]

    package init(of definition: WorkflowDefinition) {
        let actions = definition.actions.filter { !$0.isAutomatic && !$0.isAdoption }
        for clock in definition.clocks where !clock.isRight {
            byClock[clock.kind] =
                definition.duties.clocks[clock.kind]
                ?? actions.filter { $0.ends(clock.kind) }.map { AskedAction(action: $0.name) }
        }
        byState = definition.duties.states
        let open = definition.states.filter(\.isOpen).map(\.name)
        let anywhere = actions.filter { action in
            open.allSatisfy { !action.transitions(from: $0).isEmpty }
        }
        for state in open {
            let leaving = actions.filter { $0.leaves(state) }
            let chosen = leaving.filter { !anywhere.contains($0) }
            onward[state] = (chosen.isEmpty ? leaving : chosen).map { AskedAction(action: $0.name) }
        }
    }

    /// Empty for the window of a right.
    package func asked(byClock kind: String) -> [AskedAction] { byClock[kind] ?? [] }

    package func asked(inState name: String) -> [StateAsk] { byState[name] ?? [] }

    /// What leads on from a state: owed where nothing else is asked for that does.
    package func leadingOn(from state: String) -> [AskedAction] { onward[state] ?? [] }
}

extension ActionDefinition {
    /// Tells whether it leads from a state to another.
    package func leaves(_ state: String) -> Bool {
        transitions.contains { $0.from == state && $0.to != state }
    }

    /// Tells whether it ends a run of a clock as met, if only until a review.
    package func ends(_ clock: String) -> Bool {
        (effects + transitions.flatMap(\.effects)).contains { $0.endedClock == clock }
    }
}

extension Effect {
    /// The clock of which it takes a run as met, if only until a review.
    fileprivate var endedClock: String? {
        switch self {
        case .stop(let clock), .hold(let clock), .holdSince(let clock, _), .stopOwn(let clock),
            .stopStep(let clock, _):
            clock
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .cancel, .release, .pause, .pauseSince, .resume, .extend, .count, .raiseLevel,
            .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon, .leaveCommon,
            .shareResult, .mergeInto, .tell:
            nil
        }
    }
}
