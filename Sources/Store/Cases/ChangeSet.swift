import Casework
import Engine
import Postgres
import WorkingTime

/// Collects what a batch changes, as columns, and turns it into the statements that apply it.
struct ChangeSet {
    private var heads = HeadArrays()
    private var births = BirthArrays()
    private var events = EventArrays()
    private var clocks = ClockArrays()
    private var narratives = NarrativeArrays()
    private var links = LinkArrays()
    let columns: HeadColumns
    private let linkKey: LinkKey

    init(columns: HeadColumns, linkKey: LinkKey) {
        self.columns = columns
        self.linkKey = linkKey
    }

    var isEmpty: Bool { events.isEmpty }

    mutating func add(_ decision: Decision) throws {
        guard let first = decision.events.first else { return }
        try heads.add(decision.after, from: first.sequence - 1, columns)
        try add(decision.events, of: decision.after)
        for birth in decision.births { try add(birth) }
    }

    mutating func add(_ birth: Decision.Birth) throws {
        try births.add(birth.after, columns)
        try add([birth.event], of: birth.after)
    }

    private mutating func add(_ new: [IssueEvent], of issue: Issue) throws {
        var latest: [Int: Clock] = [:]
        let version = new.lazy.compactMap(\.body.move).first?.from ?? issue.workflow
        for event in new {
            try events.add(event, of: version, columns.catalogue)
            for clock in event.body.clocks { latest[clock.number] = clock }
            if let narrative = event.body.narrative {
                try narratives.add(narrative, of: issue.id, columns)
            }
            if let link = event.body.link { links.add(link, of: issue.id, linkKey) }
        }
        for clock in latest.values.sorted(by: { $0.number < $1.number }) {
            clocks.add(clock, of: issue.id)
        }
    }

    /// The statements in an order that lets every key hold: heads first, then their events, then
    /// the words that the events brought.
    func statements(_ catalogue: QueryCatalogue) -> [Statement] {
        var statements: [Statement] = []
        if births.count > 0 {
            statements.append(catalogue.statement(.bearIssues, births.parameters))
        }
        if heads.count > 0 { statements.append(catalogue.statement(.moveHeads, heads.parameters)) }
        statements.append(catalogue.statement(.addEvents, events.parameters))
        if narratives.count > 0 {
            statements.append(catalogue.statement(.putNarratives, narratives.parameters))
        }
        if clocks.count > 0 {
            statements.append(catalogue.statement(.putClocks, clocks.parameters))
        }
        if links.count > 0 { statements.append(catalogue.statement(.addLinks, links.parameters)) }
        statements.append(
            catalogue.statement(
                .addOutboxBatch, .int64s(events.issueIDs), .int32s(events.sequences),
                .bools(events.notices)))
        return statements
    }
}
