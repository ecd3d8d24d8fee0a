/// A delivery, and all its tries that have ended.
package struct TriedDelivery: Hashable, Sendable {
    package let delivery: Delivery
    package let attempts: [Delivery.Attempt]

    package init(delivery: Delivery, attempts: [Delivery.Attempt]) {
        self.delivery = delivery
        self.attempts = attempts
    }
}
