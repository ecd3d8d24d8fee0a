import Casework
package import Engine
package import WorkingTime

/// A delivery that a worker took in order to try it now.
package struct ClaimedDelivery: Hashable, Sendable {
    package let id: DeliveryID
    package let subscription: Subscription
    /// What it tells of; several for a digest.
    package let places: [EventPlace]
    package let digestOn: CalendarDate?
    /// Counts the tries, this one included.
    package let tries: Int
    /// Counts them since it was last replayed.
    package let triesSinceReplay: Int

    package init(
        id: DeliveryID, subscription: Subscription, places: [EventPlace], digestOn: CalendarDate?,
        tries: Int, triesSinceReplay: Int
    ) {
        self.id = id
        self.subscription = subscription
        self.places = places
        self.digestOn = digestOn
        self.tries = tries
        self.triesSinceReplay = triesSinceReplay
    }
}
