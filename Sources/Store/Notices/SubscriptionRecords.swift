package import Casework
package import Engine
import Languages
package import Notices
import Postgres
package import WorkingTime

/// Keeps who wants notices: people's webhooks and their mail.
package struct SubscriptionRecords: Sendable {
    let database: Database

    private var queries: QueryCatalogue { database.queries }
    private var requests: RequestRecords { RequestRecords(database: database) }

    /// - Parameter most: how many webhooks a person may have.
    /// - Returns: nil where the person has as many.
    package func add(
        of person: PersonID, url: String, preferences: Subscription.Preferences, most: Int,
        at wall: Instant,
        under key: RequestKey? = nil
    ) async throws -> Answered<SubscriptionID>? {
        let adding = queries.statement(
            .addSubscription, .int64(person.rawValue), .text(url),
            .text(preferences.scope.rawValue),
            .text(preferences.pace.rawValue), .bool(preferences.isQuiet),
            .text(preferences.language.rawValue),
            .texts(preferences.actions),
            .timestamp(microseconds: wall.microseconds), .int64(Int64(most)))
        // One after the other, so that none counts too few.
        let locking = queries.statement(.lockPerson, .int64(person.rawValue))
        return try await requests.once(key) { connection in
            try await connection.run([locking, adding])[1].first.map {
                SubscriptionID(try $0.int64("id"))
            }
        }
    }

    /// Lists webhooks, of everybody where no person is named, ordered by id.
    package func list(
        of person: PersonID?, after: SubscriptionID, limit: Int
    ) async throws -> [Subscription] {
        try await database.search(
            .subscriptionsOf,
            [.int64(person?.rawValue), .int64(after.rawValue), .int32(Int32(limit))]
        ).map(SubscriptionRow.subscription)
    }

    package func subscription(_ id: SubscriptionID) async throws -> Subscription? {
        try await database.read(.subscriptionsByID, .int64s([id.rawValue])).first
            .map(SubscriptionRow.subscription)
    }

    package func mail(of person: PersonID) async throws -> Subscription? {
        try await database.read(.mailOf, .int64(person.rawValue)).first
            .map(SubscriptionRow.subscription)
    }

    package func putMail(
        of person: PersonID, preferences: Subscription.Preferences, at wall: Instant
    ) async throws {
        _ = try await database.read(
            .putMail, .int64(person.rawValue), .text(preferences.pace.rawValue),
            .bool(preferences.isQuiet),
            .text(preferences.language.rawValue), .timestamp(microseconds: wall.microseconds))
    }

    /// - Returns: the new generation, and until when secrets before sign as well; nil where the
    ///   subscription has ended.
    package func rotateSecret(
        of subscription: SubscriptionID, previousUntil: Instant, at wall: Instant,
        under key: RequestKey? = nil
    ) async throws -> Answered<SecretRotation>? {
        let rotating = queries.statement(
            .rotateSecret, .int64(subscription.rawValue),
            .timestamp(microseconds: previousUntil.microseconds),
            .timestamp(microseconds: wall.microseconds))
        return try await requests.once(key) { connection in
            try await connection.query(rotating).first.map { row in
                SecretRotation(
                    generation: Int(try row.int32("generation")),
                    previousUntil: try row.instant("previous_until"))
            }
        }
    }

    /// Ends a subscription; what waits for it is dead.
    package func end(
        _ subscription: SubscriptionID, reason: String, at wall: Instant
    ) async throws {
        let at = Parameter.timestamp(microseconds: wall.microseconds)
        let statements = [
            TransactionControl.begin,
            queries.statement(.endSubscription, .int64(subscription.rawValue), at, .text(reason)),
            queries.statement(
                .buryDeliveries, .int64(subscription.rawValue), at, .text("subscriptionEnded")),
            TransactionControl.commit,
        ]
        _ = try await repeating { try await database.run(statements) }
    }

    /// Lets a paused subscription go on.
    ///
    /// - Returns: nil where it was not paused.
    package func resume(
        _ subscription: SubscriptionID, _ missed: MissedEvents, at wall: Instant,
        under key: RequestKey? = nil
    ) async throws -> Answered<MissedEvents>? {
        try await requests.once(key) { connection in
            let id = Parameter.int64(subscription.rawValue)
            // Nobody carries meanwhile, so that exactly what was missed is left out.
            let resumed = try await connection.run([
                queries.statement(.lockOutboxReader, .text(FanOut.reader)),
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
