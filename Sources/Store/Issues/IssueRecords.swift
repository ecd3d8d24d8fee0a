package import Casework
import Postgres
import WorkingTime

/// Reads single issues: as they stand, before their first event, and their events.
package struct IssueRecords: Sendable {
    let database: Database

    /// Reads issues with all their clocks, of one moment; those that don't exist are left out.
    ///
    /// Shape: in the order asked for.
    package func issues(_ ids: [IssueID]) async throws -> [Issue] {
        try await issues(ids, clocks: .clocksOfIssues)
    }

    /// The same with the clocks that have not ended, which is what lists of duties show.
    package func live(_ ids: [IssueID]) async throws -> [Issue] {
        try await issues(ids, clocks: .liveClocksOfIssues)
    }

    private func issues(_ ids: [IssueID], clocks: QueryName) async throws -> [Issue] {
        let parameter = Parameter.int64s(ids.map(\.rawValue))
        let statements = [
            database.queries.statement(.issuesByID, parameter),
            database.queries.statement(clocks, parameter),
        ]
        return try await converting {
            let answers = try await database.look(statements)
            let found = try issues(answers[0], clocks: answers[1])
            return ids.compactMap { found[$0] }
        }
    }

    /// - Parameters:
    ///   - rows: of `issuesByID` or `loadIssues`.
    ///   - clockRows: of `clocksOfIssues` or `loadLiveClocks`.
    func issues(_ rows: Rows, clocks clockRows: Rows) throws -> [IssueID: Issue] {
        let reader = IssueRow(catalogue: database.catalogue.value)
        let clocks = try ClockRow.clocks(clockRows)
        return try rows.reduce(into: [:]) { issues, row in
            let id = IssueID(try row.int64("id"))
            issues[id] = try reader.issue(row, clocks: clocks[id] ?? [])
        }
    }

    package func issueID(number: String) async throws -> IssueID? {
        guard StorableText.holds(number) else { return nil }
        return try await database.read(.issueIDByNumber, .text(number)).first.map {
            IssueID(try $0.int64("id"))
        }
    }

    /// Finds issues by their numbers; numbers that none has are left out.
    package func issueIDs(numbers: [String]) async throws -> [String: IssueID] {
        let numbers = numbers.filter(StorableText.holds)
        guard !numbers.isEmpty else { return [:] }
        return try await database.read(.issueIDsByNumber, .texts(numbers)).reduce(into: [:]) {
            $0[try $1.text("number")] = IssueID(try $1.int64("id"))
        }
    }

    /// Reads an issue's events up to a sequence, from the first.
    package func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent] {
        try await events(of: issue, after: 0, upTo: sequence, limit: sequence)
    }

    /// Reads a page of an issue's events, ordered by sequence.
    package func events(
        of issue: IssueID, after: Int, upTo: Int, limit: Int
    ) async throws -> [IssueEvent] {
        try await events(
            database.read(
                .eventsOfIssue, .int64(issue.rawValue), .int32(Int32(after)),
                .int32(Int32(upTo)), .int32(Int32(limit))))
    }

    /// Reads those events of an issue that raised its level, ordered by sequence.
    package func climbs(of issue: IssueID) async throws -> [IssueEvent] {
        try await events(database.read(.climbsOfIssue, .int64(issue.rawValue)))
    }

    private func events(_ rows: Rows) async throws -> [IssueEvent] {
        let reader = EventRow(catalogue: database.catalogue.value)
        return try await converting { try rows.map(reader.event) }
    }

    /// Reads an issue before its first event, to fold events onto.
    package func unborn(_ issue: IssueID) async throws -> Issue? {
        try await database.read(.unbornIssue, .int64(issue.rawValue)).first.map { row in
            Issue(
                unborn: issue, number: try row.text("number"),
                caseID: CaseID(try row.int64("case_id")),
                enterprise: try row.int64OrNil("enterprise_id").map(EnterpriseID.init),
                filer: try row.int64OrNil("filer").map(PersonID.init),
                workflow: WorkflowVersionID(try row.int64("workflow_version_id")),
                createdAt: try row.instant("created_at"))
        }
    }

    /// Counts the running issues of every version.
    package func runningCounts() async throws -> [WorkflowVersionID: Int64] {
        try await database.read(.runningCounts).reduce(into: [:]) { counts, row in
            let version = WorkflowVersionID(try row.int64("workflow_version_id"))
            counts[version] = try row.int64("running_count")
        }
    }
}
