package import Casework
package import Engine
import Postgres

/// Keeps which issues belong to which.
package struct CommonRecords: CommonStore {
    private let database: Database
    private let outbox: OutboxRecords
    private let records: IssueRecords

    init(database: Database) {
        self.database = database
        outbox = OutboxRecords(database: database)
        records = IssueRecords(database: database)
    }

    package func carryCommon(
        reader: String, limit: Int,
        _ body: @Sendable (any CommonLedger, [OutboxItem], Set<IssueID>) async throws -> Void
    ) async throws -> Bool {
        let count = try await outbox.carrying(reader: reader, limit: limit) {
            batches, connection in
            let places = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: true) }
            let items = try await outbox.items(at: places, by: .commonEvents, connection)
            let all = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: false) }
            try await body(
                StoredLedger(database: database, connection: connection), items,
                Set(all.map(\.issue)))
        }
        return count != nil
    }

    package func issues(_ ids: [IssueID]) async throws -> [Issue] {
        try await records.issues(ids)
    }

    /// Lists the issues that belong to one that is handled for all.
    package func members(ofCommon lead: IssueID) async throws -> [IssueID] {
        try await database.read(.commonMembers, .int64(lead.rawValue)).map {
            IssueID(try $0.int64("issue_id"))
        }
    }

    /// Finds those of some issues that others belong to.
    package func leads(among issues: [IssueID]) async throws -> Set<IssueID> {
        Set(
            try await database.read(.commonLeads, .int64s(issues.map(\.rawValue))).map {
                IssueID(try $0.int64("lead_issue_id"))
            })
    }
}
