/// Names one thing that an action does beside moving the issue: a closed set.
package enum Effect: Hashable, Sendable {
    /// Starts a new cycle of the clock for its party, ending the cycle that still runs.
    case start(clock: String)
    /// Starts a new cycle that counts from a date in the past, ends on a date, or both.
    ///
    /// Either date may be missing from the action: then it counts from now, or by the limit.
    case startDated(clock: String, since: String?, due: String?)
    /// Starts one run of the clock for each step of a plan, each due at the closing of its date.
    case startSteps(clock: String, plan: String)
    /// Starts the clock unless a cycle of it runs already, so that its deadline never resets.
    case startUnlessRunning(clock: String)
    /// Starts the clock for the parties that were not concerned before; the others keep theirs.
    case startForNew(clock: String)
    /// Lets the last cycle that ended run on; the time since its end counts as a pause.
    case continueLast(clock: String)
    /// Ends the clock's running cycle as met, or late if its deadline has passed.
    case stop(clock: String)
    /// Ends the clock's running cycle without a verdict.
    case cancel(clock: String)
    /// Takes the clock as met from now, provisionally: a later `release` takes that back.
    case hold(clock: String)
    /// Takes the clock as met from a date in the past on, likewise.
    case holdSince(clock: String, since: String)
    /// Lets a held clock run on as though it had never been held.
    case release(clock: String)
    case pause(clock: String)
    /// Pauses the clock from a date in the past, as far as it ran then.
    case pauseSince(clock: String, since: String)
    case resume(clock: String)
    /// Moves the effective deadline to the closing of the date in the field.
    case extend(clock: String, field: String)
    /// Ends the run of the clock for the step of the plan whose number is in the field.
    case stopStep(clock: String, field: String)
    /// Ends the clock of the acting unit only.
    case stopOwn(clock: String)
    case count(counter: String, perUnit: Bool)
    /// Raises the escalation level by one; where a counter is named, only if it has reached that number.
    /// Past the office that owes the next step where said. Whoever holds the level is told and gets
    /// the clock `ladder`.
    case raiseLevel(whenCounter: String?, reaches: Int, pastOffice: Bool = false)
    /// Gives the lead unit a card: a fixed colour, or the one in the field.
    case giveCard(Card)
    case set(attribute: Attribute, to: AttributeSource)
    case clear(attribute: Attribute)
    /// Makes a one-time link for the enterprise and asks it to evaluate.
    case askEvaluation
    /// Makes a personal link for the enterprise; older ones show the issue and act no more.
    case giveLink
    /// Makes one in place of all others, which don't even show the issue any more.
    case renewLink
    /// Hands the issue to the office one level up.
    case raiseOffice
    /// Hands the work to the counterpart of the lead unit one level up, unless another is named.
    case raiseLead
    /// Takes the units that routing proposes where none are named, and keeps the proposal beside
    /// what was chosen.
    case noteRouting
    /// Charges the lead unit that loses the issue with the time that it had it.
    case chargeTime
    /// Hands the issue to the office one level up once the counter has reached the number.
    case putToArbitration(counter: String, reaches: Int)
    /// Puts the issue under the one that the attribute `commonIssue` names. Once enough enterprises
    /// belong to that one, it takes the automatic action.
    case joinCommon(many: String)
    /// Takes the issue out of the common one again.
    case leaveCommon
    /// Lets each issue under this one take the automatic action, with what this one holds in the
    /// attributes that the action's fields set. Who can't take it yet takes the other one, once.
    case shareResult(with: String, otherwise: String?)
    /// Lets the issue that the attribute `mergedInto` names take the automatic action, with what it
    /// is to know of the one that ends.
    case mergeInto(with: String)
    /// Tells these people of the event.
    case tell([Audience])

    /// Names groups of people by how they stand to the issue.
    package enum Audience: String, CaseIterable, Sendable {
        case handler, unitHead, supportingUnits, leaderInCharge, office, filer
        /// The officers who hold the escalation level now.
        case levelHolder
        /// The head of the unit whose clock passes the mark, whichever unit that is.
        case owingHead
        /// The leader in charge of that unit.
        case owingLeader
        /// Who stands above the officers that were named at the level before and did not act.
        case superior
    }

    package enum Card: Hashable, Sendable {
        case yellow, red
        case field(String)
    }

    /// Says where a set attribute takes its value from.
    package enum AttributeSource: Hashable, Sendable {
        case value(String)
        case field(String)
        case actingPerson
        case actingUnit
        case leadUnit
        case instant
        /// The number of counted items so far.
        case counter(String)
    }
}

extension Effect {
    /// The field with the date in the past from which the effect counts.
    package var countsFrom: String? {
        switch self {
        case .startDated(_, let since, _): since
        case .holdSince(_, let since), .pauseSince(_, let since): since
        case .start, .startSteps, .startUnlessRunning, .startForNew, .continueLast, .stop, .cancel,
            .hold, .release, .pause, .resume, .extend, .stopStep, .stopOwn, .count, .raiseLevel,
            .giveCard, .set, .clear, .askEvaluation, .giveLink, .renewLink, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .joinCommon, .leaveCommon,
            .shareResult, .mergeInto, .tell:
            nil
        }
    }

    /// The field with the date on which the effect's clock is due.
    package var dueField: String? {
        if case .startDated(_, _, let due) = self { due } else { nil }
    }

    /// The fields with the dates from which the effect counts, or on which its clock is due.
    package var dateFields: [String] { [countsFrom, dueField].compactMap { $0 } }

    /// The automatic actions that the effect sets off on other issues.
    package var calledActions: [String] {
        switch self {
        case .joinCommon(let action), .mergeInto(let action): [action]
        case .shareResult(let action, let otherwise): [action] + [otherwise].compactMap { $0 }
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .stop, .cancel, .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend,
            .stopStep, .stopOwn, .count, .raiseLevel, .giveCard, .set, .clear, .askEvaluation,
            .giveLink, .renewLink, .raiseOffice, .raiseLead, .noteRouting, .chargeTime,
            .putToArbitration, .leaveCommon, .tell:
            []
        }
    }
}

extension ActionDefinition {
    /// Tells whether the action puts an issue under another.
    package var joinsCommon: Bool {
        (effects + transitions.flatMap(\.effects)).contains {
            if case .joinCommon = $0 { true } else { false }
        }
    }

    /// The automatic action that the issue takes into which another is merged by this one.
    package var takesMerged: String? {
        (effects + transitions.flatMap(\.effects)).lazy.compactMap { effect in
            if case .mergeInto(let action) = effect { action } else { nil }
        }.first
    }

    /// Tells whether the action may let a clock run on that has ended.
    package var continuesClocks: Bool {
        (effects + transitions.flatMap(\.effects)).contains {
            if case .continueLast = $0 { true } else { false }
        }
    }
}
