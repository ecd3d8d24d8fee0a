package import Casework
import Postgres

/// Reads what is stored as it is, so that it can be compared with the events.
package struct ExaminationRecords: Sendable {
    private static let pageSize: Int32 = 200

    let database: Database

    /// Lists the ranges of numbers that no case has.
    package func numberHoles() async throws -> [NumberHole] {
        try await database.read(.caseNumberHoles).map(NumberHole.init)
    }

    /// Lists the cases of which issues are missing.
    package func casesWithGaps() async throws -> [CaseGap] {
        try await database.read(.casesWithGaps).map(CaseGap.init)
    }

    /// Lists the issues that say otherwise than their case what never changes.
    package func issuesUnlikeCases() async throws -> [CaseDifference] {
        try await database.read(.issuesUnlikeCases).map(CaseDifference.init)
    }

    /// Lists the published texts that their digests do not fit.
    package func changedDocuments() async throws -> [ChangedDocument] {
        try await database.read(.everyDocument).compactMap(ChangedDocument.init)
    }

    /// Reads the issues after one, a few hundred at a time, so that no long snapshot is held; nil
    /// where there are no more.
    package func issues(after last: IssueID?) async throws -> StoredIssues? {
        let ids = try await database.read(
            .issueIDsAfter, .int64(last?.rawValue ?? 0), .int32(Self.pageSize)
        ).map { try $0.int64("id") }
        guard let highest = ids.last else { return nil }
        return StoredIssues(issues: try await stored(ids), highest: IssueID(highest))
    }

    /// The columns that an issue must have.
    package func columns(of issue: Issue, in world: World) throws -> StoredColumns {
        try StoredColumns(
            of: issue, by: HeadColumns(of: world, catalogue: database.catalogue.value))
    }

    /// Reads what is stored of some issues.
    package func issues(_ ids: [IssueID]) async throws -> [StoredIssue] {
        try await stored(ids.map(\.rawValue))
    }

    private func stored(_ ids: [Int64]) async throws -> [StoredIssue] {
        let (parameter, queries) = (Parameter.int64s(ids), database.queries)
        let answers = try await database.look([
            queries.statement(.headsByID, parameter), queries.statement(.eventsOfIssues, parameter),
            queries.statement(.issuesByID, parameter),
            queries.statement(.clocksOfIssues, parameter),
            queries.statement(.dutiesOfIssues, parameter),
        ])
        let events = try Self.grouped(answers[1]) { try $0.int64("issue_id") }
        let issues = try Self.grouped(answers[2]) { try $0.int64("id") }
        let clocks = try Self.grouped(answers[3]) { try $0.int64("issue_id") }
        let duties = try Self.grouped(answers[4]) { try $0.int64("issue_id") }
        return try answers[0].compactMap { head in
            let id = try head.int64("id")
            guard let issue = issues[id]?.first else { return nil }
            return try StoredIssueRows(
                head: head, issue: issue, events: events[id] ?? [], clocks: clocks[id] ?? [],
                duties: duties[id] ?? []
            ).stored(by: database.catalogue.value)
        }
    }

    private static func grouped(
        _ rows: Rows, by key: (Row) throws -> Int64
    ) throws -> [Int64: [Row]] {
        try Dictionary(grouping: rows, by: key)
    }
}
