package import Auditing
import Casework
import Engine
import Postgres
package import WorkingTime

/// Reads the whole record, issue by issue, a few hundred at a time.
package struct RecordReader: Sendable {
    private let store: PostgresCaseStore

    package init(store: PostgresCaseStore) {
        self.store = store
    }

    /// Hands over every issue born before an instant, ordered by id, with all its events.
    package func forEach(
        before end: Instant, _ body: (RecordedIssue) throws -> Void
    ) async throws {
        var last: Int64 = 0
        while true {
            let ids = try await store.read(
                .issueIDsBornBefore, .timestamp(microseconds: end.microseconds), .int64(last),
                .int32(200)
            ).map { IssueID(try $0.int64(0)) }
            guard let highest = ids.last else { return }
            for recorded in try await recorded(ids) { try body(recorded) }
            last = highest.rawValue
        }
    }

    private func recorded(_ ids: [IssueID]) async throws -> [RecordedIssue] {
        let issues = try await store.issues(ids)
        let rows = try await store.read(.eventsOfIssues, .int64s(ids.map(\.rawValue)))
        let reader = EventRow(catalogue: store.catalogue.value)
        var events: [IssueID: [IssueEvent]] = [:]
        for event in try rows.map(reader.event) { events[event.issue, default: []].append(event) }
        let enterprises = try await store.enterprises(issues.map(\.enterprise))
        let cases = try await store.cases(of: issues)
        return issues.map { issue in
            RecordedIssue(
                issue: issue, events: events[issue.id] ?? [],
                enterprise: enterprises[issue.enterprise],
                caseSource: cases[issue.caseID]?.source,
                externalReference: cases[issue.caseID]?.externalReference)
        }
    }
}

extension PostgresCaseStore {
    /// Reads where cases came from.
    fileprivate func cases(
        of issues: [Issue]
    ) async throws -> [CaseID: (source: String, externalReference: String?)] {
        let ids = Set(issues.map(\.caseID.rawValue)).sorted()
        return try await read(.caseSources, .int64s(ids)).reduce(into: [:]) { cases, row in
            cases[CaseID(try row.int64(0))] = (try row.text(1), try row.textOrNil(2))
        }
    }
}
