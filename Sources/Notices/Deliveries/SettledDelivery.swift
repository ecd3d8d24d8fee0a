import Casework
package import WorkingTime

/// How a try ended, as it is written down.
package struct SettledDelivery: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case delivered
        case retry(at: Instant)
        case dead
        case noLongerVisible
        /// Dead, and its subscription ends: the receiver wants nothing any more.
        case ended(reason: String)
    }

    package let id: DeliveryID
    package let outcome: Outcome
    package let attempt: Delivery.Attempt
    /// Whose receiver was asked and did not take it; nil where it did, or nobody was asked.
    package let failed: SubscriptionID?
    /// Whose receiver took it.
    package let reached: SubscriptionID?

    package init(
        id: DeliveryID, outcome: Outcome, attempt: Delivery.Attempt, failed: SubscriptionID? = nil,
        reached: SubscriptionID? = nil
    ) {
        self.failed = failed
        self.reached = reached
        self.id = id
        self.outcome = outcome
        self.attempt = attempt
    }
}
