import Casework
import Engine
import Postgres
import WorkingTime

/// Reads the columns of `liveSubscriptions` and its sisters, in their order.
enum SubscriptionRow {
    static func subscription(_ row: Row) throws -> Subscription {
        guard let channel = Subscription.Channel(rawValue: try row.text(2)),
            let scope = Subscription.Scope(rawValue: try row.text(4)),
            let pace = Subscription.Pace(rawValue: try row.text(5)),
            let language = Subscription.Language(rawValue: try row.text(7))
        else { throw WorldFault("a subscription has words that this program does not know") }
        return Subscription(
            id: SubscriptionID(try row.int64(0)), person: PersonID(try row.int64(1)),
            channel: channel, url: try row.textOrNil(3),
            wish: Subscription.Wish(
                scope: scope, pace: pace, isQuiet: try row.bool(6), language: language,
                actions: try row.texts(8)),
            generation: Int(try row.int32(9)), oldestGeneration: Int(try row.int32(10)),
            previousUntil: try instant(row, 11),
            createdAt: Instant(microseconds: try row.timestamp(12)),
            endedAt: try instant(row, 13), endReason: try row.textOrNil(14),
            trouble: try trouble(row))
    }

    private static func trouble(_ row: Row) throws -> Subscription.Trouble {
        var trouble = Subscription.Trouble()
        trouble.failingSince = try instant(row, 15)
        trouble.pausedAt = try instant(row, 16)
        trouble.isApart = try row.bool(17)
        trouble.isBehind = try row.bool(18)
        return trouble
    }

    private static func instant(_ row: Row, _ column: Int) throws -> Instant? {
        try row.timestampOrNil(column).map(Instant.init(microseconds:))
    }
}
