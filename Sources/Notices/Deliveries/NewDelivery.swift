import Casework
package import Engine
package import WorkingTime

/// A message that is to go out.
package struct NewDelivery: Hashable, Sendable {
    package let subscription: SubscriptionID
    package let place: EventPlace
    package let notBefore: Instant
    /// Nil where it goes out by itself.
    package let digestOn: CalendarDate?
    /// True where it must not wait behind what is held for the morning.
    package let isUrgent: Bool

    package init(
        subscription: SubscriptionID, place: EventPlace, notBefore: Instant,
        digestOn: CalendarDate?, isUrgent: Bool
    ) {
        self.subscription = subscription
        self.place = place
        self.notBefore = notBefore
        self.digestOn = digestOn
        self.isUrgent = isUrgent
    }
}
