package import Casework
import Postgres

/// Some open issues, ordered by id.
package struct OpenIssues: Sendable {
    package let issues: [Issue]
    /// The highest id of those asked for: the next ones come after it.
    package let highest: IssueID
}

extension DirectoryTransaction {
    private static let pageSize: Int32 = 200

    /// Reads the open issues after one, with all their clocks; nil where there are no more.
    package func openIssues(
        after last: IssueID?, by catalogue: StateCatalogue
    ) async throws -> OpenIssues? {
        let ids = try await statements.rows(
            .openIssuesAfter, .int64(last?.rawValue ?? 0), .int32(Self.pageSize)
        ).map { try $0.int64("id") }
        guard let highest = ids.last else { return nil }
        let rows = try await statements.rows(.issuesByID, .int64s(ids))
        let clocks = try ClockRow.clocks(try await statements.rows(.clocksOfIssues, .int64s(ids)))
        let reader = IssueRow(catalogue: catalogue)
        let issues = try rows.map { row in
            try reader.issue(row, clocks: clocks[IssueID(try row.int64("id"))] ?? [])
        }
        return OpenIssues(
            issues: issues.sorted { $0.id < $1.id }, highest: IssueID(highest))
    }
}
