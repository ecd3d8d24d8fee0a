package import Casework
import Engine
import Postgres
import WorkingTime

extension PostgresCaseStore {
    package func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent] {
        try await events(of: issue, after: 0, upTo: sequence, limit: sequence)
    }

    /// Reads a page of an issue's events, ordered by sequence.
    package func events(
        of issue: IssueID, after: Int, upTo: Int, limit: Int
    ) async throws -> [IssueEvent] {
        let rows = try await read(
            .eventsOfIssue, .int64(issue.rawValue), .int32(Int32(after)), .int32(Int32(upTo)),
            .int32(Int32(limit)))
        let reader = EventRow(catalogue: catalogue.value)
        return try await converting { try rows.map(reader.event) }
    }

    package func climbs(of issue: IssueID) async throws -> [IssueEvent] {
        let rows = try await read(.climbsOfIssue, .int64(issue.rawValue))
        let reader = EventRow(catalogue: catalogue.value)
        return try await converting { try rows.map(reader.event) }
    }

    package func ping() async throws {
        _ = try await read(.nextAlarm)
    }

    package func unborn(_ issue: IssueID) async throws -> Issue? {
        guard let row = try await read(.unbornIssue, .int64(issue.rawValue)).first else {
            return nil
        }
        let createdAt = Instant(microseconds: try row.timestamp(6))
        return Issue(
            id: issue, number: try row.text(1), caseID: CaseID(try row.int64(2)),
            enterprise: EnterpriseID(try row.int64(3)),
            filer: try row.int64OrNil(4).map(PersonID.init),
            workflow: WorkflowVersionID(try row.int64(5)), createdAt: createdAt,
            updatedAt: createdAt, sequence: 0, state: "unborn", attributes: Attributes(),
            narrative: Narrative(title: "", description: "", contact: nil, needs: nil),
            clocks: [], clockCount: 0, digest: [])
    }

    /// Reads issues with all their clocks; those that don't exist are left out.
    ///
    /// Shape: in the order asked for.
    package func issues(_ ids: [IssueID]) async throws -> [Issue] {
        let parameter = Parameter.int64s(ids.map(\.rawValue))
        let statements = [
            queries.statement(.issuesByID, parameter),
            queries.statement(.clocksOfIssues, parameter),
        ]
        return try await converting {
            let answers = try await pool.withConnection { try await $0.run(statements) }
            let found = try issues(answers[0], clocks: answers[1])
            return ids.compactMap { found[$0] }
        }
    }

    /// Counts the running issues of every version.
    package func runningCounts() async throws -> [WorkflowVersionID: Int64] {
        try await read(.runningCounts).reduce(into: [:]) { counts, row in
            counts[WorkflowVersionID(try row.int64(0))] = try row.int64(1)
        }
    }

    package func issueID(number: String) async throws -> IssueID? {
        guard Self.mayBeStored(number) else { return nil }
        return try await read(.issueIDByNumber, .text(number)).first.map {
            IssueID(try $0.int64(0))
        }
    }

    package func issueIDs(numbers: [String]) async throws -> [String: IssueID] {
        let numbers = numbers.filter(Self.mayBeStored)
        guard !numbers.isEmpty else { return [:] }
        return try await read(.issueIDsByNumber, .texts(numbers)).reduce(into: [:]) { found, row in
            found[try row.text(0)] = IssueID(try row.int64(1))
        }
    }

    package func caseID(number: String) async throws -> CaseID? {
        guard Self.mayBeStored(number) else { return nil }
        return try await read(.caseIDByNumber, .text(number)).first.map { CaseID(try $0.int64(0)) }
    }

    /// What holds NUL is the number of nothing, and PostgreSQL does not take it.
    private static func mayBeStored(_ text: String) -> Bool { !text.utf8.contains(0) }

    package func filedCase(_ id: CaseID) async throws -> FiledCase? {
        guard let row = try await read(.caseByID, .int64(id.rawValue)).first else { return nil }
        return FiledCase(
            id: id, number: try row.text(1), enterprise: EnterpriseID(try row.int64(2)),
            workflow: WorkflowVersionID(try row.int64(3)), source: try row.text(4),
            externalReference: try row.textOrNil(5), note: try row.textOrNil(6),
            filer: PersonID(try row.int64(8)),
            filedAt: Instant(microseconds: try row.timestamp(9)),
            creditCodeOverride: try row.textOrNil(7))
    }

    package func issueIDs(of filed: CaseID) async throws -> [IssueID] {
        try await read(.issueIDsOfCase, .int64(filed.rawValue)).map { IssueID(try $0.int64(0)) }
    }
}
