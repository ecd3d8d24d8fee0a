package import Casework
import Engine
import Foundation
import Postgres
import Workflow
import WorkingTime

/// Rebuilds every head and clock from its events, recomputes the digest chain, and compares.
package struct Doctor: Sendable {
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        package let issue: IssueID
        package let problem: String

        package var description: String { "issue \(issue): \(problem)" }
    }

    package struct Report: Sendable {
        package var issueCount = 0
        package var eventCount = 0
        package var findings: [Finding] = []
    }

    private let store: PostgresCaseStore

    package init(store: PostgresCaseStore) {
        self.store = store
    }

    /// Examines every issue, a few hundred at a time, so that no long snapshot is held.
    package func examine() async throws -> Report {
        var report = Report()
        var last: Int64 = 0
        while true {
            let ids = try await store.read(.issueIDsAfter, .int64(last), .int32(200))
                .map { try $0.int64(0) }
            guard let highest = ids.last else { return report }
            try await examine(ids, into: &report)
            last = highest
        }
    }

    private func examine(_ ids: [Int64], into report: inout Report) async throws {
        let parameter = Parameter.int64s(ids)
        let statements = [
            TransactionControl.beginReadOnly,
            store.queries.statement(.headsByID, parameter),
            store.queries.statement(.eventsOfIssues, parameter),
            store.queries.statement(.issuesByID, parameter),
            store.queries.statement(.clocksOfIssues, parameter), TransactionControl.commit,
        ]
        let answers = try await converting {
            try await store.pool.withConnection { try await $0.run(statements) }
        }
        let reader = EventRow(catalogue: store.catalogue.value)
        var events: [IssueID: [IssueEvent]] = [:]
        for row in answers[2] {
            let event = try reader.event(row)
            events[event.issue, default: []].append(event)
        }
        let heads = try store.issues(answers[3], clocks: answers[4])
        for row in answers[1] {
            let id = IssueID(try row.int64(0))
            guard let head = heads[id] else { continue }
            let own = events[id] ?? []
            report.issueCount += 1
            report.eventCount += own.count
            report.findings += try Examination(store: store, head: head, row: row, events: own)
                .findings()
        }
    }
}

/// Compares one head with what its events come to.
private struct Examination {
    let store: PostgresCaseStore
    let head: Issue
    /// A row of `headsByID`.
    let row: Row
    let events: [IssueEvent]

    func findings() throws -> [Doctor.Finding] {
        var rebuilt = head
        rebuilt.sequence = 0
        rebuilt.state = StateDefinition.unborn
        rebuilt.attributes = Attributes()
        rebuilt.narrative = Narrative(title: "", description: "", contact: nil, needs: nil)
        rebuilt.clocks = []
        rebuilt.clockCount = 0
        rebuilt.digest = []
        rebuilt.updatedAt = head.createdAt
        var problems: [String] = []
        for event in events {
            problems += chainProblems(event, after: rebuilt)
            rebuilt.apply(event)
        }
        rebuilt.clocks.sort { $0.number < $1.number }
        problems += differences(rebuilt)
        problems += try columnDifferences(rebuilt)
        return problems.map { Doctor.Finding(issue: head.id, problem: $0) }
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

    private func differences(_ rebuilt: Issue) -> [String] {
        var problems: [String] = []
        if rebuilt.sequence != head.sequence { problems.append("sequence differs") }
        if rebuilt.state != head.state { problems.append("state differs") }
        if rebuilt.attributes != head.attributes { problems.append("attributes differ") }
        if rebuilt.narrative != head.narrative { problems.append("narrative differs") }
        if rebuilt.clocks != head.clocks { problems.append("clocks differ") }
        if rebuilt.clockCount != head.clockCount { problems.append("clock count differs") }
        if rebuilt.digest != head.digest { problems.append("head digest differs") }
        if rebuilt.updatedAt != head.updatedAt { problems.append("instant of last event differs") }
        return problems
    }

    private func columnDifferences(_ rebuilt: Issue) throws -> [String] {
        let columns = HeadColumns(world: store.world.value, catalogue: store.catalogue.value)
        let supporting = "{" + (try row.int64s(5).map(String.init)).joined(separator: ",") + "}"
        let pairs: [(String, Bool)] = [
            ("is_open", try row.bool(3) == columns.state(of: rebuilt).isOpen),
            ("lead_unit", try row.int64OrNil(4) == columns.unit(rebuilt.attributes.leadUnit)),
            ("supporting_units", try supporting == columns.supportingUnits(of: rebuilt)),
            ("office", try row.int64OrNil(6) == columns.unit(rebuilt.attributes.office)),
            ("handler", try row.int64OrNil(7) == rebuilt.attributes.handler?.rawValue),
            ("class", try row.text(8) == rebuilt.attributes.issueClass ?? ""),
            ("category", try row.text(9) == rebuilt.attributes.category),
            ("division", try row.text(10) == rebuilt.attributes.division),
            ("level", try Int(row.int16(11)) == rebuilt.attributes.level),
            ("due_at", try row.timestamp(12) == columns.dueAt(of: rebuilt)),
        ]
        return pairs.filter { !$0.1 }.map { "column \($0.0) differs" }
    }
}
