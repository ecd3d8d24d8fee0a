import Casework
import Engine
package import Notices
import Postgres
package import WorkingTime

/// Hands out what may be sent, and writes down how it ended.
extension NoticeRecords {
    package func claim(
        at now: Instant, wall: Instant, until: Instant, limit: Int, within limits: ConcurrencyLimits
    ) async throws -> [ClaimedDelivery] {
        let rows = try await database.read(
            .claimDeliveries, .timestamp(microseconds: now.microseconds),
            .timestamp(microseconds: wall.microseconds),
            .timestamp(microseconds: until.microseconds), .int32(Int32(limit)),
            .int64s(limits.receivers.map(\.rawValue)),
            .int64s(limits.persons.map(\.rawValue)), .bool(!limits.isMailFull),
            .int64s(limits.ailing.map(\.rawValue)), .int32(Int32(ConcurrencyLimits.mostOfPerson)),
            .int32(Int32(max(0, limits.roomApart))))
        return rows.isEmpty ? [] : try await claimed(rows)
    }

    /// - Parameter rows: of `claimDeliveries`.
    private func claimed(_ rows: Rows) async throws -> [ClaimedDelivery] {
        let subscriptions = try await database.read(
            .subscriptionsByID,
            .int64s(Set(try rows.map { try $0.int64("subscription_id") }).sorted())
        ).map(SubscriptionRow.subscription)
        let byID = Dictionary(subscriptions.map { ($0.id, $0) }) { first, _ in first }
        let digests = try rows.filter { try $0.int64OrNil("issue_id") == nil }.map {
            try $0.int64("id")
        }
        let items = try await digestItems(of: digests)
        return try rows.compactMap { row in
            guard let subscription = byID[SubscriptionID(try row.int64("subscription_id"))] else {
                return nil
            }
            let place = try row.int64OrNil("issue_id").map {
                EventPlace(issue: IssueID($0), sequence: Int(try row.int32("sequence")))
            }
            return ClaimedDelivery(
                id: DeliveryID(try row.int64("id")), subscription: subscription,
                places: try place.map { [$0] } ?? items[row.int64("id")] ?? [],
                digestOn: try row.dayOrNil("digest_on"), tries: Int(try row.int32("tries")),
                triesSinceReplay: Int(try row.int32("tries_since")))
        }
    }

    private func digestItems(of digests: [Int64]) async throws -> [Int64: [EventPlace]] {
        guard !digests.isEmpty else { return [:] }
        let rows = try await database.read(.digestItems, .int64s(digests))
        return try rows.reduce(into: [:]) { items, row in
            items[try row.int64("delivery_id"), default: []].append(
                EventPlace(
                    issue: IssueID(try row.int64("issue_id")),
                    sequence: Int(try row.int32("sequence"))))
        }
    }

    @discardableResult
    package func settle(
        _ settled: [SettledDelivery], by plan: FailurePlan = FailurePlan()
    ) async throws -> [SubscriptionID] {
        let statements =
            [TransactionControl.begin, receiverQueues.noting(settled, by: plan)]
            + settled.settling(queries)
            + [TransactionControl.commit]
        let answers = try await repeating { try await database.run(statements) }
        guard let now = settled.map(\.attempt.endedAt).max() else { return [] }
        return try await receiverQueues.keepApart(
            ReceiverQueues.failing(answers[1]), at: now, by: plan)
    }
}
