package import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore: SubscriptionRecords {
    package func addSubscription(
        of person: PersonID, url: String, wish: Subscription.Wish, most: Int, at wall: Instant,
        under key: RequestKey? = nil
    ) async throws -> Answered<SubscriptionID>? {
        let adding = queries.statement(
            .addSubscription, .int64(person.rawValue), .text(url), .text(wish.scope.rawValue),
            .text(wish.pace.rawValue), .bool(wish.isQuiet), .text(wish.language.rawValue),
            .texts(wish.actions),
            .timestamp(microseconds: wall.microseconds), .int64(Int64(most)))
        // One after the other, so that none counts too few.
        let locking = queries.statement(.lockPerson, .int64(person.rawValue))
        return try await once(key) { connection in
            try await connection.run([locking, adding])[1].first.map {
                SubscriptionID(try $0.int64(0))
            }
        }
    }

    package func subscriptions(
        of person: PersonID?, after: SubscriptionID, limit: Int
    ) async throws -> [Subscription] {
        try await search(
            .subscriptionsOf,
            [.int64(person?.rawValue), .int64(after.rawValue), .int32(Int32(limit))]
        ).map(SubscriptionRow.subscription)
    }

    package func subscription(_ id: SubscriptionID) async throws -> Subscription? {
        try await read(.subscriptionsByID, .int64s([id.rawValue])).first
            .map(SubscriptionRow.subscription)
    }

    package func mail(of person: PersonID) async throws -> Subscription? {
        try await read(.mailOf, .int64(person.rawValue)).first.map(SubscriptionRow.subscription)
    }

    package func putMail(
        of person: PersonID, wish: Subscription.Wish, at wall: Instant
    ) async throws {
        _ = try await read(
            .putMail, .int64(person.rawValue), .text(wish.pace.rawValue), .bool(wish.isQuiet),
            .text(wish.language.rawValue), .timestamp(microseconds: wall.microseconds))
    }

    package func rotateSecret(
        of subscription: SubscriptionID, previousUntil: Instant, at wall: Instant,
        under key: RequestKey? = nil
    ) async throws -> Answered<SecretRotation>? {
        let rotating = queries.statement(
            .rotateSecret, .int64(subscription.rawValue),
            .timestamp(microseconds: previousUntil.microseconds),
            .timestamp(microseconds: wall.microseconds))
        return try await once(key) { connection in
            try await connection.query(rotating).first.map { row in
                SecretRotation(
                    generation: Int(try row.int32(0)),
                    previousUntil: Instant(microseconds: try row.timestamp(1)))
            }
        }
    }

    package func deliveries(_ filter: DeliveryFilter, limit: Int) async throws -> [Delivery] {
        try await search(
            .deliveries,
            [
                .int64(filter.person?.rawValue), .int64(filter.subscription?.rawValue),
                .text(filter.state?.rawValue), .text(filter.issueNumber),
                .int64(filter.id?.rawValue), .int64(filter.before?.rawValue ?? .max),
                .int32(Int32(limit)),
            ]
        ).map(Self.delivery)
    }

    private static func delivery(_ row: Row) throws -> Delivery {
        guard let state = Delivery.State(rawValue: try row.text(5)) else {
            throw WorldFault("a delivery has a state that this program does not know")
        }
        return Delivery(
            id: DeliveryID(try row.int64(0)), subscription: SubscriptionID(try row.int64(1)),
            issue: try row.int64OrNil(2).map(IssueID.init), issueNumber: try row.textOrNil(12),
            sequence: try row.int32OrNil(3).map(Int.init),
            digestOn: try row.dateOrNil(4).map { CalendarDate(dayNumber: Int64($0)) },
            state: state, notBefore: Instant(microseconds: try row.timestamp(6)),
            nextTryAt: Instant(microseconds: try row.timestamp(7)),
            tries: Int(try row.int32(8)), lastStatus: try row.int32OrNil(9).map(Int.init),
            lastError: try row.textOrNil(10),
            settledAt: try row.timestampOrNil(11).map(Instant.init(microseconds:)))
    }

    package func attempts(of delivery: DeliveryID) async throws -> [Delivery.Attempt] {
        try await read(.attemptsOf, .int64(delivery.rawValue)).map { row in
            Delivery.Attempt(
                number: Int(try row.int32(0)), at: Instant(microseconds: try row.timestamp(1)),
                status: try row.int32OrNil(2).map(Int.init), error: try row.textOrNil(3),
                milliseconds: Int(try row.int32(4)))
        }
    }

    package func replay(
        _ delivery: DeliveryID, under key: RequestKey? = nil
    ) async throws -> Answered<DeliveryID>? {
        let replaying = queries.statement(.replayDelivery, .int64(delivery.rawValue))
        return try await once(key) { connection in
            try await connection.query(replaying).affectedCount == 1 ? delivery : nil
        }
    }

    package func replayDead(
        of subscription: SubscriptionID, under key: RequestKey? = nil
    ) async throws -> Answered<Int>? {
        let replaying = queries.statement(.replayDead, .int64(subscription.rawValue))
        let finding = queries.statement(.subscriptionsByID, .int64s([subscription.rawValue]))
        return try await once(key) { connection in
            let answers = try await connection.run([replaying, finding])
            let found = try answers[1].first.map(SubscriptionRow.subscription)
            return found?.isActive == true ? answers[0].affectedCount : nil
        }
    }
}
