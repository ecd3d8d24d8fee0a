package import Casework
package import Engine
package import WorkingTime

/// One message to one subscription, and what became of it.
package struct Delivery: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case pending, delivered
        /// Not sent: whom it was for may not see the issue any more.
        case noLongerVisible
        /// Given up: it waits for somebody to replay it.
        case dead
    }

    package let id: DeliveryID
    package let subscription: SubscriptionID
    /// Nil for a digest.
    package let issue: IssueID?
    package let issueNumber: String?
    package let sequence: Int?
    package let digestOn: CalendarDate?
    package let state: State
    /// The time of the issues before which it does not go out.
    package let notBefore: Instant
    /// Wall clock.
    package let nextTryAt: Instant
    package let tries: Int
    package let lastStatus: Int?
    package let lastError: String?
    package let settledAt: Instant?

    package init(
        id: DeliveryID, subscription: SubscriptionID, issue: IssueID?, issueNumber: String?,
        sequence: Int?, digestOn: CalendarDate?, state: State, notBefore: Instant,
        nextTryAt: Instant, tries: Int, lastStatus: Int?, lastError: String?, settledAt: Instant?
    ) {
        self.id = id
        self.subscription = subscription
        self.issue = issue
        self.issueNumber = issueNumber
        self.sequence = sequence
        self.digestOn = digestOn
        self.state = state
        self.notBefore = notBefore
        self.nextTryAt = nextTryAt
        self.tries = tries
        self.lastStatus = lastStatus
        self.lastError = lastError
        self.settledAt = settledAt
    }

    /// One try, as it ended.
    package struct Attempt: Hashable, Sendable {
        package let number: Int
        package let at: Instant
        package let status: Int?
        /// Nil where it was delivered.
        package let error: String?
        package let milliseconds: Int

        package init(number: Int, at: Instant, status: Int?, error: String?, milliseconds: Int) {
            self.number = number
            self.at = at
            self.status = status
            self.error = error
            self.milliseconds = milliseconds
        }
    }
}

/// A delivery, and all its tries that have ended.
package struct TriedDelivery: Hashable, Sendable {
    package let delivery: Delivery
    package let attempts: [Delivery.Attempt]

    package init(delivery: Delivery, attempts: [Delivery.Attempt]) {
        self.delivery = delivery
        self.attempts = attempts
    }
}

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

/// Says who has as many deliveries under way as they may: no receiver, and no owner of many, holds
/// up the others.
package struct Crowding: Hashable, Sendable {
    /// How many webhooks of one person may be under way.
    package static let mostOfPerson = 8
    /// How many webhooks that stand apart may be claimed at once.
    package static let mostApart = 32

    /// Subscriptions that wait for what they have under way.
    package var receivers: Set<SubscriptionID> = []
    /// Persons whose webhooks do.
    package var persons: Set<PersonID> = []
    package var isMailFull = false
    /// How many more webhooks may be under way to receivers that failed.
    package var roomApart = Crowding.mostApart
    /// Subscriptions whose last try failed: they are tried one by one.
    package var ailing: Set<SubscriptionID> = []

    package init() {}
}

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
