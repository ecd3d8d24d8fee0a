import Casework
import Engine
import Postgres
import WorkingTime

/// Lists which issues belong to which, inside the transaction of one reader of the outbox.
struct StoredLedger: CommonLedger {
    let database: Database
    let connection: PostgresConnection

    func issue(number: String) async throws -> IssueID? {
        try await read(.issueIDByNumber, .text(number)).first.map { IssueID(try $0.int64("id")) }
    }

    func join(_ member: IssueID, to lead: IssueID, at instant: Instant) async throws {
        _ = try await read(
            .joinCommon, .int64(member.rawValue), .int64(lead.rawValue),
            .timestamp(microseconds: instant.microseconds))
    }

    func leave(_ member: IssueID) async throws {
        _ = try await read(.leaveCommon, .int64(member.rawValue))
    }

    func members(of lead: IssueID) async throws -> [IssueID] {
        try await read(.commonMembers, .int64(lead.rawValue)).map {
            IssueID(try $0.int64("issue_id"))
        }
    }

    func stands(_ issue: IssueID, under other: IssueID) async throws -> Bool {
        try await read(.standsUnder, .int64(issue.rawValue), .int64(other.rawValue))
            .first?.bool("stands") ?? false
    }

    func noteResult(_ place: EventPlace) async throws {
        _ = try await read(
            .noteCommonResult, .int64(place.issue.rawValue), .int32(Int32(place.sequence)))
    }

    func noteReceived(_ member: IssueID) async throws {
        _ = try await read(.noteReceived, .int64(member.rawValue))
    }

    func waiting(
        of issues: Set<IssueID>
    ) async throws -> [(member: IssueID, result: OutboxItem)] {
        let rows = try await read(
            .membersWaiting, .int64s(issues.map(\.rawValue).sorted()))
        let outbox = OutboxRecords(database: database)
        var found: [(member: IssueID, result: OutboxItem)] = []
        for row in rows {
            let place = EventPlace(
                issue: IssueID(try row.int64("lead_issue_id")),
                sequence: Int(try row.int32("sequence")))
            for item in try await outbox.items(at: [place], connection) {
                found.append((IssueID(try row.int64("issue_id")), item))
            }
        }
        return found
    }

    func enterpriseCount(of lead: IssueID, since: Instant) async throws -> Int {
        let rows = try await read(
            .commonEnterprises, .int64(lead.rawValue),
            .timestamp(microseconds: since.microseconds))
        return Int(try rows.first?.int64("count") ?? 0)
    }

    private func read(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        try await connection.query(database.queries.statement(name, parameters))
    }
}
