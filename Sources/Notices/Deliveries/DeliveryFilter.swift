package import Casework

/// Says which deliveries a list holds; nil means any.
package struct DeliveryFilter: Hashable, Sendable {
    /// Whose subscriptions.
    package var person: PersonID?
    package var subscription: SubscriptionID?
    package var state: Delivery.State?
    package var issueNumber: String?
    package var id: DeliveryID?
    /// Only those before it.
    package var before: DeliveryID?

    package init() {}
}
