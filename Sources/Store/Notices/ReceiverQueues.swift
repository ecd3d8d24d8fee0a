import Casework
import Engine
import Notices
import Postgres
import WorkingTime

/// Keeps receivers that fail, and those that are slow, out of the way of the others.
struct ReceiverQueues {
    let database: Database
    /// How much may wait for one webhook before its events are left where they are.
    let mostWaiting: Int

    private var queries: QueryCatalogue { database.queries }

    struct Failing {
        let id: SubscriptionID
        let failures: Int
    }

    /// Notes which receivers took something and which did not; the answer holds the latter.
    func noting(_ settled: [SettledDelivery], by plan: FailurePlan) -> Statement {
        let reached = Set(settled.compactMap(\.reached))
        let failed = settled.reduce(into: [SubscriptionID: Delivery.Attempt]()) { latest, one in
            guard let id = one.failed, !reached.contains(id) else { return }
            latest[id] = [latest[id], one.attempt].compactMap(\.self).max { $0.at < $1.at }
        }.sorted { $0.key < $1.key }
        return queries.statement(
            .noteOutcomes, .int64s(reached.map(\.rawValue).sorted()),
            .int64s(failed.map(\.key.rawValue)),
            .timestamps(failed.map(\.value.at.microseconds)),
            .timestamps(failed.map(\.value.endedAt.microseconds)),
            .int64s(plan.pausesInMilliseconds))
    }

    static func failing(_ rows: Rows) throws -> [Failing] {
        try rows.map { row in
            Failing(
                id: SubscriptionID(try row.int64("id")), failures: Int(try row.int32("failures")))
        }
    }

    /// Gives those that fail again and again a queue of their own, and has those wait for their owner
    /// that failed for too long.
    ///
    /// - Returns: those that are paused from now on.
    func keepApart(
        _ failing: [Failing], at now: Instant, by plan: FailurePlan
    ) async throws -> [SubscriptionID] {
        let ids = failing.filter { $0.failures >= FailurePlan.failuresApart }.map(\.id.rawValue)
        guard !ids.isEmpty else { return [] }
        let parameter = Parameter.int64s(ids.sorted())
        let before = Instant(
            microseconds: now.microseconds - Int64(plan.pauseAfter / .microseconds(1)))
        return try await underReader { connection in
            let answers = try await connection.run([
                queries.statement(.lockSubscriptions, parameter),
                queries.statement(.standApart, parameter, .text(FanOut.reader)),
                queries.statement(.moveApart, parameter),
                queries.statement(
                    .pauseSubscriptions, parameter,
                    .timestamp(microseconds: before.microseconds),
                    .timestamp(microseconds: now.microseconds)),
            ])
            return try answers[3].map { SubscriptionID(try $0.int64("id")) }
        }
    }

    /// Runs a body, which may be run twice, in a transaction while nobody carries events to
    /// deliveries.
    func underReader<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await repeating {
            try await database.pool.withConnection { connection in
                _ = try await connection.run([
                    TransactionControl.begin,
                    queries.statement(.lockOutboxReader, .text(FanOut.reader)),
                ])
                let value = try await body(connection)
                _ = try await connection.run([TransactionControl.commit])
                return value
            }
        }
    }

    /// Leaves those behind for whom too much would wait; the reader must be locked.
    func fallingBehind(
        _ new: [NewDelivery], _ connection: PostgresConnection
    ) async throws -> Set<SubscriptionID> {
        let counts = Dictionary(grouping: new, by: \.subscription).mapValues(\.count)
        let waiting = try await waiting(for: Array(counts.keys), connection)
        let behind = waiting.filter { $0.value + counts[$0.key, default: 0] > mostWaiting }
            .keys
        guard !behind.isEmpty else { return [] }
        let parameter = Parameter.int64s(behind.map(\.rawValue).sorted())
        _ = try await connection.run([
            queries.statement(.lockSubscriptions, parameter),
            queries.statement(.fallBehind, parameter, .text(FanOut.reader)),
        ])
        return Set(behind)
    }

    /// Counts what waits for webhooks among some subscriptions.
    private func waiting(
        for ids: [SubscriptionID], _ connection: PostgresConnection
    ) async throws -> [SubscriptionID: Int] {
        guard !ids.isEmpty else { return [:] }
        return try await connection.query(
            queries.statement(
                .waitingFor, .int64s(ids.map(\.rawValue).sorted()),
                .int32(Int32(mostWaiting)))
        ).reduce(into: [:]) {
            $0[SubscriptionID(try $1.int64("id"))] = Int(try $1.int64("waiting"))
        }
    }

    /// The one that is furthest behind of those that have room for more, locked.
    func nextBehind(
        _ connection: PostgresConnection, _ wall: Instant
    ) async throws -> Subscription? {
        try await connection.query(
            queries.statement(
                .subscriptionBehind, .int32(Int32(mostWaiting / 2)),
                .timestamp(microseconds: wall.microseconds))
        ).map(SubscriptionRow.subscription).first
    }
}
