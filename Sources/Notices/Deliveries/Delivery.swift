package import Casework
package import WorkingTime

/// One message to one subscription, and what became of it.
///
///                  ┌── a try failed: again after a pause
///                  ▼  │
///     fan-out ─▶ pending ─┬─▶ delivered
///                  ▲      ├─▶ noLongerVisible
///                  │      └─▶ dead: the last try failed, or its subscription has ended
///                  └───────── replayed, from any of the three
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
