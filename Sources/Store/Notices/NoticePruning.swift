package import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore {
    package func prune(
        _ retention: NoticeRetention, at wall: Instant, limit: Int
    ) async throws -> Int {
        _ = try await read(
            .pruneRequests,
            .timestamp(microseconds: NoticeRetention.answersBefore(wall).microseconds),
            .int32(Int32(limit)))
        return try await read(
            .pruneDeliveries,
            .timestamp(microseconds: retention.deliveredBefore(wall).microseconds),
            .timestamp(microseconds: retention.deadBefore(wall).microseconds), .int32(Int32(limit))
        ).affectedCount
    }

    package func pausedWebhooks(of persons: Set<PersonID>) async throws -> [PausedWebhook] {
        guard !persons.isEmpty else { return [] }
        return try await read(.pausedOf, .int64s(persons.map(\.rawValue).sorted())).map { row in
            PausedWebhook(
                person: PersonID(try row.int64(0)), subscription: SubscriptionID(try row.int64(1)),
                url: try row.text(2), failingSince: Instant(microseconds: try row.timestamp(3)))
        }
    }

    package func resume(
        _ subscription: SubscriptionID, _ missed: MissedEvents, at wall: Instant,
        under key: RequestKey? = nil
    ) async throws -> Answered<MissedEvents>? {
        try await once(key) { connection in
            let id = Parameter.int64(subscription.rawValue)
            // Nobody carries meanwhile, so that exactly what was missed is left out.
            let resumed = try await connection.run([
                queries.statement(.lockOutboxReader, .text(Self.noticeReader)),
                queries.statement(.resumeSubscription, id),
            ])[1]
            guard resumed.affectedCount == 1 else { return nil }
            if missed == .skip {
                _ = try await connection.run([
                    queries.statement(.caughtUp, id),
                    queries.statement(
                        .buryDeliveries, id, .timestamp(microseconds: wall.microseconds),
                        .text("skipped")),
                ])
            }
            return missed
        }
    }
}
