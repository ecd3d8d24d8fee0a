import Workflow
import WorkingTime

/// Collects what one action changes, until it becomes an event.
struct Draft {
    let situation: Situation
    let before: Issue
    var issue: Issue
    private var touchedClocks: Set<Int> = []
    var link: LinkGrant?
    var told: [Notice] = []
    var move: VersionChange?
    var adoption: CalendarChange?
    var climb: Climb?
    var charge: TimeCharge?
    var proposal: ProposalRecord?
    var common: CommonStep?
    var merge: MergeStep?
    /// The code of the unit whose clock passes a mark by this.
    var owing: String?

    init(_ situation: Situation, on issue: Issue) {
        self.situation = situation
        // What a new issue knows of its subject becomes a part of its first event.
        var before = issue
        if issue.sequence == 0 { before.attributes = Attributes() }
        self.before = before
        self.issue = issue
    }

    func marks(on calendar: WorkingCalendar) -> ClockMarks {
        ClockMarks(
            definition: situation.workflow.definition, calendar: calendar)
    }

    /// Changes one clock and notes that the event must hold it.
    mutating func change(
        _ number: Int, _ body: (inout Clock) throws(Refusal) -> Void
    ) throws(Refusal) {
        guard let index = issue.clocks.firstIndex(where: { $0.number == number }) else { return }
        try body(&issue.clocks[index])
        touchedClocks.insert(number)
    }

    mutating func add(_ clock: Clock) {
        issue.clocks.append(clock)
        issue.clockCount = clock.number
        touchedClocks.insert(clock.number)
    }

    /// Makes the event and folds it: the issue afterwards is what its events say.
    func event(
        to state: String, by attribution: Attribution, key: CommandKey, requestDigest: [UInt8],
        comment: String?, fields: [String: FieldValue]
    ) throws(WorldFault) -> (event: IssueEvent, after: Issue) {
        let body = EventBody(
            comment: comment, fields: fields,
            set: issue.attributes.changes(since: before.attributes),
            clocks: issue.clocks.filter { touchedClocks.contains($0.number) },
            narrative: before.sequence == 0 || issue.narrative != before.narrative
                ? issue.narrative : nil,
            link: link, told: told.isEmpty ? nil : told, move: move, adoption: adoption,
            climb: climb, charge: charge, proposal: proposal, common: common, merge: merge,
            onBehalfOf: situation.standing.onBehalfOf,
            birth: before.sequence == 0 ? Birth(of: before) : nil)
        var event = IssueEvent(
            issue: before.id, sequence: before.sequence + 1, from: before.state,
            action: situation.action.name, to: state, at: situation.at, by: attribution, key: key,
            requestDigest: requestDigest, body: body, previousDigest: before.digest, digest: [])
        event = try event.sealed()
        var after = before
        after.apply(event)
        return (event, after)
    }
}
