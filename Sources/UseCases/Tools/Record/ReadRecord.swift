package import Auditing
import Casework
package import Store
package import WorkingTime

/// Reads the whole record, issue by issue, a few hundred at a time.
package struct ReadRecord: Sendable {
    private static let pageSize = 200

    private let records: Records

    package init(_ records: Records) { self.records = records }

    /// Hands over every issue created before an instant, ordered by id, with all its events.
    package func forEach(
        before end: Instant, _ body: (RecordedIssue) throws -> Void
    ) async throws {
        var last: IssueID?
        while true {
            let ids = try await records.histories.issues(
                bornBefore: end, after: last, limit: Self.pageSize)
            guard let highest = ids.last else { return }
            for recorded in try await recorded(ids) { try body(recorded) }
            last = highest
        }
    }

    private func recorded(_ ids: [IssueID]) async throws -> [RecordedIssue] {
        let issues = try await records.issues.issues(ids)
        let events = try await records.histories.events(of: ids)
        let enterprises = try await records.enterprises.enterprises(
            issues.compactMap(\.enterprise))
        let sources = try await records.histories.sources(of: Set(issues.map(\.caseID)))
        return issues.map { issue in
            RecordedIssue(
                issue: issue, events: events[issue.id] ?? [],
                enterprise: issue.enterprise.flatMap { enterprises[$0] },
                caseSource: sources[issue.caseID]?.name,
                externalReference: sources[issue.caseID]?.externalReference)
        }
    }
}
