import Casework
import Engine
import Languages
import Notices
import Postgres
import WorkingTime

/// Reads the columns of `liveSubscriptions` and its sisters.
enum SubscriptionRow {
    static func subscription(_ row: Row) throws -> Subscription {
        guard let channel = Subscription.Channel(rawValue: try row.text("channel")),
            let scope = Subscription.Scope(rawValue: try row.text("scope")),
            let pace = Subscription.Pace(rawValue: try row.text("pace")),
            let language = Language(rawValue: try row.text("language"))
        else { throw WorldFault("a subscription has words that this program does not know") }
        return Subscription(
            id: SubscriptionID(try row.int64("id")), person: PersonID(try row.int64("person_id")),
            channel: channel, url: try row.textOrNil("url"),
            preferences: Subscription.Preferences(
                scope: scope, pace: pace, isQuiet: try row.bool("is_quiet"), language: language,
                actions: try row.texts("actions")),
            generation: Int(try row.int32("generation")),
            oldestGeneration: Int(try row.int32("oldest_generation")),
            previousUntil: try row.instantOrNil("previous_until"),
            createdAt: try row.instant("created_at"),
            endedAt: try row.instantOrNil("ended_at"), endReason: try row.textOrNil("end_reason"),
            trouble: try trouble(row))
    }

    private static func trouble(_ row: Row) throws -> Subscription.Trouble {
        var trouble = Subscription.Trouble()
        trouble.failingSince = try row.instantOrNil("failing_since")
        trouble.pausedAt = try row.instantOrNil("paused_at")
        trouble.isApart = try row.bool("is_apart")
        trouble.isBehind = try row.bool("is_behind")
        return trouble
    }
}
