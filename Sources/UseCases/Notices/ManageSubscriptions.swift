package import Casework
package import Engine
package import Notices
package import Store
import Workflow
package import WorkingTime

/// Lets people look after the webhooks that want to be told.
///
/// Keys are read last, where the store is about to be asked: what is wrong otherwise comes first.
package struct ManageSubscriptions: Sendable {
    package typealias Key = () throws -> RequestKey?

    /// How many webhooks a person may have.
    private static let mostOfOne = 20

    private let world: CurrentWorld
    private let subscriptions: SubscriptionRecords
    private let deliveries: DeliveryRecords
    private let notices: NoticeAccess

    package init(records: Records, world: CurrentWorld, notices: NoticeAccess) {
        subscriptions = records.subscriptions
        deliveries = records.deliveries
        self.world = world
        self.notices = notices
    }

    /// Lists somebody's webhooks, for a system administrator everybody's, ordered by id.
    package func list(
        of person: Person, after place: SubscriptionID, limit: Int
    ) async throws -> ResultPage<Subscription> {
        ResultPage(
            try await subscriptions.list(
                of: person.holds(.systemAdministrator) ? nil : person.id, after: place,
                limit: limit + 1),
            limit: limit)
    }

    /// Finds a webhook that somebody may look after; others' do not exist.
    package func subscription(_ id: Int64?, of person: Person) async throws -> Subscription {
        guard let id, let found = try await subscriptions.subscription(SubscriptionID(id)),
            found.channel == .webhook,
            found.person == person.id || person.holds(.systemAdministrator)
        else { throw InputFault.notFound }
        return found
    }

    /// A webhook, and the secret by which its messages are signed.
    package struct Added: Sendable {
        package let subscription: Subscription
        package let secret: String
        package let isReplay: Bool
    }

    package func add(
        _ wanted: SubscriptionRequest, of person: Person, under key: Key
    ) async throws -> Added {
        let world = world.value
        let preferences = try wanted.understood(by: world).read(
            notices.addressGuard, knowsAction: world.definitions.knowsAction)
        guard preferences.scope != .links || person.holds(.systemAdministrator) else {
            throw InputFault.forbidden(
                zh: "仅系统管理员可订阅企业链接。",
                en: "Only a system administrator may subscribe to enterprises' links.")
        }
        let added = try await subscriptions.add(
            of: person.id, url: wanted.url, preferences: preferences, most: Self.mostOfOne,
            at: TimeSource().now, under: try key())
        guard let added, let made = try await subscriptions.subscription(added.value) else {
            throw InputFault.invalid(
                "/url", zh: "已有\(Self.mostOfOne)个订阅：请先停用一个",
                en: "there are \(Self.mostOfOne) already: end one")
        }
        return Added(
            subscription: made, secret: notices.secret(of: added.value, generation: 1),
            isReplay: added.isReplay)
    }

    package func end(_ subscription: Subscription) async throws {
        try await subscriptions.end(subscription.id, reason: "ended", at: TimeSource().now)
    }

    /// A new secret, and until when those before it sign as well.
    package struct Rotated: Sendable {
        package let secret: String
        package let previousUntil: Instant
        package let isReplay: Bool
    }

    /// Gives a webhook a new secret.
    ///
    /// - Parameter overlap: how long those before sign as well. Units: hours.
    package func rotate(
        _ subscription: Subscription, overlap: Int64, under key: Key
    ) async throws -> Rotated {
        guard (0...168).contains(overlap) else {
            throw InputFault.invalid("/overlapHours", zh: "须为0至168", en: "must be from 0 to 168")
        }
        let wall = TimeSource().now
        guard
            let rotated = try await subscriptions.rotateSecret(
                of: subscription.id, previousUntil: wall.adding(seconds: overlap * 3600),
                at: wall, under: try key())
        else { throw InputFault.subscriptionEnded }
        return Rotated(
            secret: notices.secret(
                of: subscription.id, generation: rotated.value.generation),
            previousUntil: rotated.value.previousUntil, isReplay: rotated.isReplay)
    }

    /// Sends again what was given up.
    ///
    /// - Returns: how many deliveries wait again.
    package func replayDead(
        of subscription: Subscription, under key: Key
    ) async throws -> Answered<Int> {
        let replayed = try await deliveries.replayDead(of: subscription.id, under: try key())
        guard let replayed else { throw InputFault.subscriptionEnded }
        await notices.wakeUp.signal()
        return replayed
    }

    /// Lets a paused webhook go on: with what it missed, or without.
    ///
    /// - Parameter missed: `send`, which nil means, or `skip`.
    package func resume(
        _ subscription: Subscription, missed: String?, under key: Key
    ) async throws -> (subscription: Subscription, isReplay: Bool) {
        guard let missed = MissedEvents(rawValue: missed ?? MissedEvents.send.rawValue) else {
            throw InputFault.invalid("/missed", .oneOf(["send", "skip"]))
        }
        let resumed = try await subscriptions.resume(
            subscription.id, missed, at: TimeSource().now, under: try key())
        guard let resumed,
            let found = try await subscriptions.subscription(subscription.id)
        else { throw InputFault.notPaused }
        await notices.wakeUp.signal()
        return (found, resumed.isReplay)
    }
}
