package import Casework
package import WorkingTime

/// A webhook that failed for so long that it waits for its owner.
package struct PausedWebhook: Hashable, Sendable {
    package let person: PersonID
    package let subscription: SubscriptionID
    package let url: String
    package let failingSince: Instant

    package init(
        person: PersonID, subscription: SubscriptionID, url: String, failingSince: Instant
    ) {
        self.person = person
        self.subscription = subscription
        self.url = url
        self.failingSince = failingSince
    }
}
