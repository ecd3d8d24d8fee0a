package import Casework
import Postgres
package import WorkingTime

/// One moment of the whole record: whatever is read over it belongs together.
package struct RecordSnapshot: Sendable {
    let statements: NamedStatements

    package var publications: PublicationRecords { PublicationRecords(statements) }
    package var installation: InstallationRecords { InstallationRecords(statements) }

    /// Reads issues whose first event lies before an instant, after one, with all that is kept of them.
    ///
    /// Shape: ordered by id; none where there are no more.
    package func issues(
        bornBefore end: Instant, after last: IssueID?, limit: Int, by catalogue: StateCatalogue
    ) async throws -> [WholeIssue] {
        try await converting {
            let ids = try await statements.rows(
                .issueIDsBornBefore, .timestamp(microseconds: end.microseconds),
                .int64(last?.rawValue ?? 0), .int32(Int32(limit))
            ).map { try $0.int64("id") }
            return ids.isEmpty ? [] : try await issues(ids, by: catalogue)
        }
    }

    private func issues(
        _ ids: [Int64], by catalogue: StateCatalogue
    ) async throws -> [WholeIssue] {
        let answers = try await run([.issuesByID, .clocksOfIssues, .eventsOfIssues], of: ids)
        let clocks = try ClockRow.clocks(answers[1])
        let issues = try answers[0].reduce(into: [IssueID: Issue]()) { issues, row in
            let id = IssueID(try row.int64("id"))
            issues[id] = try IssueRow(catalogue: catalogue).issue(row, clocks: clocks[id] ?? [])
        }
        let reader = EventRow(catalogue: catalogue)
        let events = Dictionary(grouping: try answers[2].map(reader.event), by: \.issue)
        let enterprises = try await enterprises(issues.values.compactMap(\.enterprise?.rawValue))
        let sources = try await sources(issues.values.map(\.caseID.rawValue))
        return ids.compactMap { issues[IssueID($0)] }.map { issue in
            WholeIssue(
                issue: issue, events: events[issue.id] ?? [],
                enterprise: issue.enterprise.flatMap { enterprises[$0] },
                source: sources[issue.caseID])
        }
    }

    private func enterprises(_ ids: [Int64]) async throws -> [EnterpriseID: Enterprise] {
        try await statements.rows(.enterprisesByID, .int64s(Set(ids).sorted())).reduce(into: [:]) {
            let enterprise = try EnterpriseRow.enterprise($1)
            $0[enterprise.id] = enterprise
        }
    }

    private func sources(_ cases: [Int64]) async throws -> [CaseID: CaseSource] {
        try await statements.rows(.caseSources, .int64s(Set(cases).sorted())).reduce(into: [:]) {
            $0[CaseID(try $1.int64("id"))] = CaseSource(
                name: try $1.text("source"),
                externalReference: try $1.textOrNil("external_reference"))
        }
    }

    private func run(_ names: [QueryName], of ids: [Int64]) async throws -> [Rows] {
        let parameter = Parameter.int64s(ids)
        let wanted = names.map { statements.queries.statement($0, parameter) }
        return try await statements.withConnection { try await $0.run(wanted) }
    }
}

/// All that is kept of one issue.
package struct WholeIssue: Sendable {
    package let issue: Issue
    /// Ordered by sequence.
    package let events: [IssueEvent]
    package let enterprise: Enterprise?
    package let source: CaseSource?
}

/// Where a case came from.
package struct CaseSource: Hashable, Sendable {
    /// E.g. `visit`.
    package let name: String
    /// What it is called there.
    package let externalReference: String?
}
