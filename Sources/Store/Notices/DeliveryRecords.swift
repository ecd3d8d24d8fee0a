package import Casework
package import Engine
package import Notices
import Postgres
import WorkingTime

/// Shows what became of deliveries, and sends them again.
package struct DeliveryRecords: Sendable {
    let database: Database

    private var requests: RequestRecords { RequestRecords(database: database) }

    /// Lists deliveries, the newest first.
    package func list(_ filter: DeliveryFilter, limit: Int) async throws -> [Delivery] {
        try await database.search(.deliveries, Self.parameters(filter, limit: limit))
            .map(Self.delivery)
    }

    /// Reads a delivery and its tries, of one moment.
    ///
    /// - Parameter person: nil: whoever it goes to.
    package func tried(
        _ id: DeliveryID, to person: PersonID? = nil
    ) async throws -> TriedDelivery? {
        var filter = DeliveryFilter()
        (filter.id, filter.person) = (id, person)
        let answers = try await database.look(
            [
                database.queries.statement(.deliveries, Self.parameters(filter, limit: 1)),
                database.queries.statement(.attemptsOf, .int64(id.rawValue)),
            ], planned: .forValues)
        guard let row = answers[0].first else { return nil }
        return TriedDelivery(
            delivery: try Self.delivery(row), attempts: try answers[1].map(Self.attempt))
    }

    private static func parameters(_ filter: DeliveryFilter, limit: Int) -> [Parameter] {
        [
            .int64(filter.person?.rawValue), .int64(filter.subscription?.rawValue),
            .text(filter.state?.rawValue), .text(filter.issueNumber),
            .int64(filter.id?.rawValue), .int64(filter.before?.rawValue ?? .max),
            .int32(Int32(limit)),
        ]
    }

    private static func delivery(_ row: Row) throws -> Delivery {
        guard let state = Delivery.State(rawValue: try row.text("state")) else {
            throw WorldFault("a delivery has a state that this program does not know")
        }
        return Delivery(
            id: DeliveryID(try row.int64("id")),
            subscription: SubscriptionID(try row.int64("subscription_id")),
            issue: try row.int64OrNil("issue_id").map(IssueID.init),
            issueNumber: try row.textOrNil("number"),
            sequence: try row.int32OrNil("sequence").map(Int.init),
            digestOn: try row.dayOrNil("digest_on"),
            state: state, notBefore: try row.instant("not_before"),
            nextTryAt: try row.instant("next_try_at"),
            tries: Int(try row.int32("tries")),
            lastStatus: try row.int32OrNil("last_status").map(Int.init),
            lastError: try row.textOrNil("last_error"),
            settledAt: try row.instantOrNil("settled_at"))
    }

    private static func attempt(_ row: Row) throws -> Delivery.Attempt {
        Delivery.Attempt(
            number: Int(try row.int32("number")), at: try row.instant("at"),
            status: try row.int32OrNil("status").map(Int.init),
            error: try row.textOrNil("error"),
            milliseconds: Int(try row.int32("milliseconds")))
    }

    /// - Returns: nil where it waits already, or its subscription has ended.
    package func replay(
        _ delivery: DeliveryID, under key: RequestKey? = nil
    ) async throws -> Answered<DeliveryID>? {
        let replaying = database.queries.statement(.replayDelivery, .int64(delivery.rawValue))
        return try await requests.once(key) { connection in
            try await connection.query(replaying).affectedCount == 1 ? delivery : nil
        }
    }

    /// - Returns: how many dead deliveries wait again; nil where the subscription has ended.
    package func replayDead(
        of subscription: SubscriptionID, under key: RequestKey? = nil
    ) async throws -> Answered<Int>? {
        let queries = database.queries
        let replaying = queries.statement(.replayDead, .int64(subscription.rawValue))
        let finding = queries.statement(.subscriptionsByID, .int64s([subscription.rawValue]))
        return try await requests.once(key) { connection in
            let answers = try await connection.run([replaying, finding])
            let found = try answers[1].first.map(SubscriptionRow.subscription)
            return found?.isActive == true ? answers[0].affectedCount : nil
        }
    }
}
