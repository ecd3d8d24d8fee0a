import Casework
import Engine
import Postgres
import WorkingTime

/// Collects what a batch changes, as columns, and turns it into the statements that apply it.
struct ChangeSet {
    private var filings = FilingArrays()
    private var heads = HeadArrays()
    private var newIssues = NewIssueArrays()
    private var events = EventArrays()
    private var clocks = ClockArrays()
    private var narratives = NarrativeArrays()
    private var duties = DutyArrays()
    private var links = LinkArrays()
    let columns: HeadColumns
    private let linkKey: LinkKey?

    /// - Parameter linkKey: nil where no link may be made.
    init(columns: HeadColumns, linkKey: LinkKey?) {
        self.columns = columns
        self.linkKey = linkKey
    }

    var isEmpty: Bool { events.isEmpty }
    /// Whether cases are filed, which take the next numbers.
    var hasCases: Bool { filings.count > 0 }

    mutating func add(_ outcome: BatchOutcome) throws {
        switch outcome {
        case .command(.decided(let decision)): try add(decision)
        case .filing(.decided(let decision)): try add(decision)
        case .command, .filing, .held, .conflicting: break
        }
    }

    private mutating func add(_ decision: Decision) throws {
        guard let first = decision.events.first else { return }
        try heads.add(decision.after, from: first.sequence - 1, columns)
        try add(decision.events, of: decision.after)
        duties.add(decision.duties, of: decision.after)
        if decision.events.contains(where: \.changesPlace) { duties.place(decision.after.id) }
        for (newIssue, owed) in zip(decision.newIssues, decision.birthDuties) {
            try add(newIssue, owed, isNumbered: true)
        }
    }

    private mutating func add(_ decision: FilingDecision) throws {
        filings.add(decision)
        for (newIssue, owed) in zip(decision.newIssues, decision.duties) {
            try add(newIssue, owed, isNumbered: false)
        }
    }

    private mutating func add(
        _ newIssue: Decision.NewIssue, _ owed: DutyChange, isNumbered: Bool
    ) throws {
        duties.add(owed, of: newIssue.after)
        try newIssues.add(newIssue.after, isNumbered: isNumbered, columns)
        try add([newIssue.event], of: newIssue.after)
    }

    private mutating func add(
        _ new: [IssueEvent], of issue: Issue
    ) throws {
        var latest: [Int: Clock] = [:]
        let version = new.lazy.compactMap(\.body.move).first?.from ?? issue.workflow
        for event in new {
            try events.add(event, of: version, columns.catalogue)
            for clock in event.body.clocks { latest[clock.number] = clock }
            if let narrative = event.body.narrative {
                try narratives.add(narrative, of: issue.id, columns)
            }
            if let link = event.body.link {
                guard let linkKey else { throw WorldFault.noLinkKey }
                links.add(link, of: issue.id, linkKey)
            }
        }
        for clock in latest.values.sorted(by: { $0.number < $1.number }) {
            clocks.add(clock, of: issue.id)
        }
    }

    /// Adds the statements in an order that lets every key hold: cases first, then heads, their events,
    /// and the words that the events brought. What the numbers of cases are taken for waits for nothing
    /// after them but the commit.
    ///
    /// - Returns: the place of the cases with their numbers, if there are any.
    func addStatements(_ queries: QueryCatalogue, to trip: inout Trip) -> Int? {
        if filings.enterpriseCount > 0 {
            trip.add(queries.statement(.addEnterprises, filings.enterpriseParameters))
        }
        let cases =
            hasCases
            ? trip.add(queries.statement(.addCases, filings.parameters)) : nil
        if newIssues.count > 0 { trip.add(queries.statement(.createIssues, newIssues.parameters)) }
        if heads.count > 0 { trip.add(queries.statement(.moveHeads, heads.parameters)) }
        trip.add(queries.statement(.addEvents, events.parameters))
        if narratives.count > 0 {
            trip.add(queries.statement(.putNarratives, narratives.parameters))
        }
        if clocks.count > 0 { trip.add(queries.statement(.putClocks, clocks.parameters)) }
        if duties.endedCount > 0 {
            trip.add(queries.statement(.endDuties, duties.endedParameters))
        }
        if duties.putCount > 0 {
            trip.add(queries.statement(.putDuties, duties.putParameters))
        }
        if !duties.placed.isEmpty {
            trip.add(queries.statement(.placeDuties, .int64s(duties.placed)))
        }
        if links.count > 0 { trip.add(queries.statement(.addLinks, links.parameters)) }
        trip.add(
            queries.statement(
                .addOutboxBatch, .int64s(events.issueIDs), .int32s(events.sequences),
                .bools(events.notices)))
        return cases
    }
}

extension WorldFault {
    static let noLinkKey = WorldFault("a link of an enterprise is to be made, and no key is given")
}
