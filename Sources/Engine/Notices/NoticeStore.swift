package import Casework
package import WorkingTime

/// Keeps who wants notices, what was to go out, and what became of it.
package protocol NoticeStore: Sendable {
    /// Carries the next committed events to deliveries, in one transaction that also notes how far
    /// it came: each event is carried once, whoever else carries beside.
    ///
    /// - Parameter mailFor: the wishes to note first, of persons who were told and have none.
    /// - Returns: how many events were read; nil where there was nothing left.
    func fanOut(
        limit: Int, wall: Instant,
        mailFor: @Sendable (Set<PersonID>) -> [PersonID: Subscription.Wish],
        deciding decide: @Sendable (FanOutPage) -> [NewDelivery]
    ) async throws -> Int?

    /// Carries on for one subscription that fell behind, as far as it has room, in the order of
    /// events; what stands apart without need joins the others again.
    ///
    /// - Returns: false where there was nothing to carry.
    func catchUp(
        wall: Instant, deciding decide: @Sendable (FanOutPage) -> [NewDelivery]
    ) async throws -> Bool

    /// Takes deliveries that may go out now, of each issue and subscription only the earliest, and
    /// keeps others from them until the claim ends.
    ///
    /// - Parameter now: the time of the issues; `wall`: the clock by which claims and pauses run.
    func claim(
        at now: Instant, wall: Instant, until: Instant, limit: Int, crowding: Crowding
    ) async throws -> [ClaimedDelivery]

    /// Writes down how tries ended. A try whose claim another has taken over changes nothing.
    ///
    /// - Returns: the subscriptions that are paused from now on.
    func settle(_ settled: [SettledDelivery], by plan: FailurePlan) async throws -> [SubscriptionID]

    /// Reads the events at some places, with the number and title of their issues.
    func items(at places: [EventPlace]) async throws -> [OutboxItem]

    /// Rebuilds issues as they stood right after some of their events.
    func issues(at places: [EventPlace]) async throws -> [EventPlace: Issue]

    /// Lists webhooks of some persons that wait for their owner.
    func pausedWebhooks(of persons: Set<PersonID>) async throws -> [PausedWebhook]

    /// Forgets deliveries that were settled, and answers that were kept, before some instants; at
    /// most so many of each.
    ///
    /// - Returns: how many deliveries were forgotten.
    func prune(_ retention: NoticeRetention, at wall: Instant, limit: Int) async throws -> Int

    /// Lists open issues whose reached level a person was named at.
    func openIssues(atLevelOf person: PersonID) async throws -> [IssueID]

    /// Ends a subscription; what waits for it is dead.
    func end(_ subscription: SubscriptionID, reason: String, at wall: Instant) async throws
}

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

/// What deciding on the deliveries of some events needs.
package struct FanOutPage: Sendable {
    package let items: [OutboxItem]
    /// By issue; empty text where none was chosen yet.
    package let classes: [IssueID: String]
    /// Empty where no subscription asks what its owner may see.
    package let issues: [IssueID: Issue]
    package let subscriptions: [Subscription]

    package init(
        items: [OutboxItem], classes: [IssueID: String], issues: [IssueID: Issue],
        subscriptions: [Subscription]
    ) {
        self.items = items
        self.classes = classes
        self.issues = issues
        self.subscriptions = subscriptions
    }
}

/// Lets people look after their subscriptions and deliveries.
package protocol SubscriptionRecords: Sendable {
    /// - Parameter most: how many webhooks a person may have.
    /// - Returns: nil where the person has as many.
    func addSubscription(
        of person: PersonID, url: String, wish: Subscription.Wish, most: Int, at wall: Instant,
        under key: RequestKey?
    ) async throws -> Answered<SubscriptionID>?
    /// Lists webhooks, of everybody where no person is named, ordered by id.
    func subscriptions(
        of person: PersonID?, after: SubscriptionID, limit: Int
    ) async throws -> [Subscription]
    func subscription(_ id: SubscriptionID) async throws -> Subscription?
    func mail(of person: PersonID) async throws -> Subscription?
    func putMail(of person: PersonID, wish: Subscription.Wish, at wall: Instant) async throws
    /// - Returns: the new generation, and until when secrets before sign as well; nil where the
    ///   subscription has ended.
    func rotateSecret(
        of subscription: SubscriptionID, previousUntil: Instant, at wall: Instant,
        under key: RequestKey?
    ) async throws -> Answered<SecretRotation>?
    func end(_ subscription: SubscriptionID, reason: String, at wall: Instant) async throws
    /// Lets a paused subscription go on.
    ///
    /// - Returns: nil where it was not paused.
    func resume(
        _ subscription: SubscriptionID, _ missed: MissedEvents, at wall: Instant,
        under key: RequestKey?
    ) async throws -> Answered<MissedEvents>?
    /// Lists deliveries, the newest first.
    func deliveries(_ filter: DeliveryFilter, limit: Int) async throws -> [Delivery]
    func attempts(of delivery: DeliveryID) async throws -> [Delivery.Attempt]
    /// - Returns: nil where it waits already, or its subscription has ended.
    func replay(
        _ delivery: DeliveryID, under key: RequestKey?
    ) async throws -> Answered<DeliveryID>?
    /// - Returns: how many dead deliveries wait again; nil where the subscription has ended.
    func replayDead(
        of subscription: SubscriptionID, under key: RequestKey?
    ) async throws -> Answered<Int>?
}

/// What a rotation made of a subscription's secret.
package struct SecretRotation: Codable, Hashable, Sendable {
    /// The number of the new secret.
    package let generation: Int
    /// Until when secrets before sign as well.
    package let previousUntil: Instant

    package init(generation: Int, previousUntil: Instant) {
        self.generation = generation
        self.previousUntil = previousUntil
    }
}

/// Says what becomes of the events that a paused subscription missed.
package enum MissedEvents: String, Codable, CaseIterable, Sendable {
    case send, skip
}

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
