package import Casework
import Postgres
package import WorkingTime

/// Reads the whole record, for those who check it.
package struct HistoryRecords: Sendable {
    let database: Database

    /// Lists issues created before an instant, after one, ordered by id.
    package func issues(
        bornBefore end: Instant, after last: IssueID?, limit: Int
    ) async throws -> [IssueID] {
        try await database.read(
            .issueIDsBornBefore, .timestamp(microseconds: end.microseconds),
            .int64(last?.rawValue ?? 0), .int32(Int32(limit))
        ).map { IssueID(try $0.int64("id")) }
    }

    /// Reads all events of issues, those of each ordered by sequence.
    package func events(of issues: [IssueID]) async throws -> [IssueID: [IssueEvent]] {
        let rows = try await database.read(.eventsOfIssues, .int64s(issues.map(\.rawValue)))
        let reader = EventRow(catalogue: database.catalogue.value)
        return Dictionary(grouping: try rows.map(reader.event), by: \.issue)
    }

    /// Reads where cases came from.
    package func sources(of cases: Set<CaseID>) async throws -> [CaseID: CaseSource] {
        let ids = cases.map(\.rawValue).sorted()
        return try await database.read(.caseSources, .int64s(ids)).reduce(into: [:]) {
            $0[CaseID(try $1.int64("id"))] = CaseSource(
                name: try $1.text("source"),
                externalReference: try $1.textOrNil("external_reference"))
        }
    }
}

/// Where a case came from.
package struct CaseSource: Hashable, Sendable {
    /// E.g. `visit`.
    package let name: String
    /// What it is called there.
    package let externalReference: String?
}
