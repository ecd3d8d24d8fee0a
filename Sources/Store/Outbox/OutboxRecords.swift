import Casework
package import Engine
import Postgres

/// Hands committed events to those who carry them on.
package struct OutboxRecords: OutboxStore {
    let database: Database

    private var queries: QueryCatalogue { database.queries }

    package func carry(
        reader: String, limit: Int, _ body: @Sendable ([OutboxItem]) async throws -> Void
    ) async throws -> Bool {
        let count = try await carrying(reader: reader, limit: limit) { batches, connection in
            let places = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: true) }
            try await body(try await self.items(at: places, connection))
        }
        return count != nil
    }

    package func waiting(among readers: [String]) async throws -> Set<String> {
        Set(
            try await database.read(.waitingReaders, .texts(readers)).map {
                try $0.text("name")
            })
    }

    /// Lets one reader of the outbox work on what follows where it stands, in a transaction that
    /// also notes how far it came.
    ///
    /// - Parameter body: may be run twice.
    /// - Returns: how many batches there were; nil for none.
    func carrying(
        reader: String, limit: Int,
        _ body: @Sendable (Rows, PostgresConnection) async throws -> Void
    ) async throws -> Int? {
        try await converting {
            try await untangling {
                try await database.pool.withConnection {
                    try await carrying(reader, limit, over: $0, body)
                }
            }
        }
    }

    private func carrying(
        _ reader: String, _ limit: Int, over connection: PostgresConnection,
        _ body: @Sendable (Rows, PostgresConnection) async throws -> Void
    ) async throws -> Int? {
        // What is read by a statement of its own is read after the wait for the lock.
        let batches = try await connection.run([
            TransactionControl.begin, queries.statement(.openOutboxReader, .text(reader)),
            queries.statement(.lockOutboxReader, .text(reader)),
            queries.statement(.outboxBatches, .text(reader), .int32(Int32(limit))),
        ])[3]
        guard let last = batches.last else {
            _ = try await connection.run([TransactionControl.rollback])
            return nil
        }
        try await body(batches, connection)
        _ = try await connection.run([
            queries.statement(
                .advanceOutboxReader, .text(reader), .int64(try last.int64("xid")),
                .int64(try last.int64("position"))),
            TransactionControl.commit,
        ])
        return batches.count
    }

    func items(
        at places: [EventPlace], by query: QueryName = .outboxEvents,
        _ connection: PostgresConnection
    ) async throws -> [OutboxItem] {
        guard !places.isEmpty else { return [] }
        return try items(await connection.query(asking(query, at: places)))
    }

    func asking(_ query: QueryName = .outboxEvents, at places: [EventPlace]) -> Statement {
        queries.statement(
            query, .int64s(places.map(\.issue.rawValue)),
            .int32s(places.map { Int32($0.sequence) }))
    }

    func items(_ rows: Rows) throws -> [OutboxItem] {
        let reader = EventRow(catalogue: database.catalogue.value)
        return try rows.map { row in
            OutboxItem(
                event: try reader.event(row), number: try row.text("number"),
                title: try row.text("title"),
                workflow: WorkflowVersionID(try row.int64("workflow_version_id")))
        }
    }
}

extension EventPlace {
    /// The events of a row of `outboxBatches`, in their order.
    static func all(in batch: Row, onlyNotices: Bool) throws -> [EventPlace] {
        let issues = try batch.int64s("issue_ids")
        let sequences = try batch.int32s("sequences")
        let isNotice = try batch.bools("notices")
        return issues.indices.filter { !onlyNotices || isNotice[$0] }.map {
            EventPlace(issue: IssueID(issues[$0]), sequence: Int(sequences[$0]))
        }
    }
}
