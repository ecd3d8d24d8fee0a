package import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore: CommonStore {
    package func carryCommon(
        limit: Int,
        _ body: @Sendable (any CommonLedger, [OutboxItem], Set<IssueID>) async throws -> Void
    ) async throws -> Bool {
        let count = try await carrying(reader: "common", limit: limit) { batches, connection in
            let places = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: true) }
            let items = try await items(at: places, by: .commonEvents, connection)
            let all = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: false) }
            try await body(
                Ledger(store: self, queries: queries, connection: connection), items,
                Set(all.map(\.issue)))
        }
        return count != nil
    }

    package func members(ofCommon lead: IssueID) async throws -> [IssueID] {
        try await read(.commonMembers, .int64(lead.rawValue)).map { IssueID(try $0.int64(0)) }
    }

    package func leads(among issues: [IssueID]) async throws -> Set<IssueID> {
        Set(
            try await read(.commonLeads, .int64s(issues.map(\.rawValue))).map {
                IssueID(try $0.int64(0))
            })
    }

    package func recentOpenIssues(
        inCategory category: String, since: Instant, limit: Int
    ) async throws -> [IssueID] {
        try await search(
            .recentOpenIssues,
            [
                .text(category), .timestamp(microseconds: since.microseconds),
                .int32(Int32(limit)),
            ]
        ).map { IssueID(try $0.int64(0)) }
    }

    private struct Ledger: CommonLedger {
        let store: PostgresCaseStore
        let queries: QueryCatalogue
        let connection: PostgresConnection

        func issue(number: String) async throws -> IssueID? {
            try await read(.issueIDByNumber, .text(number)).first.map { IssueID(try $0.int64(0)) }
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
                IssueID(try $0.int64(0))
            }
        }

        func stands(_ issue: IssueID, under other: IssueID) async throws -> Bool {
            try await read(.standsUnder, .int64(issue.rawValue), .int64(other.rawValue))
                .first?.bool(0) ?? false
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
            var found: [(member: IssueID, result: OutboxItem)] = []
            for row in rows {
                let place = EventPlace(
                    issue: IssueID(try row.int64(1)), sequence: Int(try row.int32(2)))
                for item in try await store.items(at: [place], connection) {
                    found.append((IssueID(try row.int64(0)), item))
                }
            }
            return found
        }

        func enterpriseCount(of lead: IssueID, since: Instant) async throws -> Int {
            let rows = try await read(
                .commonEnterprises, .int64(lead.rawValue),
                .timestamp(microseconds: since.microseconds))
            return Int(try rows.first?.int64(0) ?? 0)
        }

        private func read(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
            try await connection.query(queries.statement(name, parameters))
        }
    }
}
