import Casework
import Engine
import Postgres
import Workflow
import WorkingTime

/// Compares what is stored of one issue with what its events come to.
struct Examination {
    let store: PostgresCaseStore
    /// A row of `headsByID`.
    let head: Row
    /// A row of `issuesByID`.
    let issue: Row
    /// Rows of `eventsOfIssues`.
    let events: [Row]
    /// Rows of `clocksOfIssues`.
    let clocks: [Row]
    let now: Instant

    func problems() throws -> [String] {
        var problems: [String] = []
        let reader = EventRow(catalogue: store.catalogue.value)
        let events = try self.events.compactMap { row in
            try readable("event \(try row.int32(1))", &problems) { try reader.event(row) }
        }
        let stored = try readable("the head", &problems, storedIssue)
        // What can't be read can't be folded: the rest would only be noise.
        guard problems.isEmpty, let stored else { return problems }
        let version = events.lazy.compactMap(\.body.move).first?.from ?? stored.workflow
        var rebuilt = unborn(stored, version)
        for event in events {
            problems += chainProblems(event, after: rebuilt)
            rebuilt.apply(event)
        }
        rebuilt.clocks.sort { $0.number < $1.number }
        let columns = ColumnComparison(store: store, rebuilt: rebuilt)
        return problems + differences(rebuilt, stored) + (try columns.differences(in: head))
            + stranding(stored)
    }

    private func stranding(_ issue: Issue) -> [String] {
        let world = store.world.value
        guard world.isOpen(issue), !world.hasSomebody(for: issue, at: now) else { return [] }
        return ["\(issue.number) is open in `\(issue.state)`, and nobody may act on it"]
    }

    /// Reads something; what is damaged beyond reading is a finding, not a failure.
    private func readable<Value>(
        _ what: String, _ problems: inout [String], _ read: () throws -> Value
    ) throws -> Value? {
        do {
            return try read()
        } catch is DecodingError {
            problems.append("\(what) can't be read")
        } catch is WorkingTimeRefusal {
            problems.append("\(what) can't be read")
        } catch is WorldFault {
            problems.append("\(what) can't be read")
        }
        return nil
    }

    private func storedIssue() throws -> Issue {
        try IssueRow(catalogue: store.catalogue.value)
            .issue(issue, clocks: try clocks.map(ClockRow.clock))
    }

    private func unborn(_ stored: Issue, _ version: WorkflowVersionID) -> Issue {
        Issue(
            id: stored.id, number: stored.number, caseID: stored.caseID,
            enterprise: stored.enterprise, filer: stored.filer, workflow: version,
            createdAt: stored.createdAt, updatedAt: stored.createdAt, sequence: 0,
            state: StateDefinition.unborn, attributes: Attributes(),
            narrative: Narrative(title: "", description: "", contact: nil, needs: nil),
            clocks: [], clockCount: 0, digest: [])
    }

    private func chainProblems(_ event: IssueEvent, after issue: Issue) -> [String] {
        var problems: [String] = []
        if event.sequence != issue.sequence + 1 || event.from != issue.state {
            problems.append("event \(event.sequence) does not follow event \(issue.sequence)")
        }
        if event.previousDigest != issue.digest {
            problems.append("event \(event.sequence) names another digest before it")
        }
        if event.digest != event.computedDigest() {
            problems.append("the digest of event \(event.sequence) does not fit its content")
        }
        return problems
    }

    private func differences(_ rebuilt: Issue, _ stored: Issue) -> [String] {
        var problems: [String] = []
        if rebuilt.sequence != stored.sequence { problems.append("sequence differs") }
        if rebuilt.workflow != stored.workflow { problems.append("version differs") }
        if rebuilt.state != stored.state { problems.append("state differs") }
        if rebuilt.attributes != stored.attributes { problems.append("attributes differ") }
        if rebuilt.narrative != stored.narrative { problems.append("narrative differs") }
        problems += clockDifferences(rebuilt, stored)
        if rebuilt.clockCount != stored.clockCount { problems.append("clock count differs") }
        if rebuilt.digest != stored.digest { problems.append("head digest differs") }
        if rebuilt.updatedAt != stored.updatedAt {
            problems.append("instant of last event differs")
        }
        return problems
    }

    private func clockDifferences(_ rebuilt: Issue, _ stored: Issue) -> [String] {
        let numbers = Set((rebuilt.clocks + stored.clocks).map(\.number)).sorted()
        return numbers.filter { number in
            rebuilt.clocks.first { $0.number == number }
                != stored.clocks.first { $0.number == number }
        }.map { "clock \($0) differs" }
    }
}
