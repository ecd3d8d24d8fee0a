package import Casework
package import Engine
package import WorkingTime

/// Keeps who wants notices, what was to go out, and what became of it.
package protocol NoticeStore: Sendable {
    /// Carries the next committed events to deliveries, in one transaction that also notes how far
    /// it came: each event is carried once, whoever else carries beside.
    ///
    /// - Parameter mailFor: the preferences to note first, of persons who were told and have none.
    /// - Returns: how many events were read; nil where there was nothing left.
    func fanOut(
        limit: Int, wall: Instant,
        mailFor: @Sendable (Set<PersonID>) -> [PersonID: Subscription.Preferences],
        deciding decide: @Sendable (FanOutPage) async -> [NewDelivery]
    ) async throws -> Int?

    /// Tells whether a subscription that fell behind may go on, or stands apart without need.
    func hasLaggards(at wall: Instant) async throws -> Bool

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
    /// - Parameter now: the time of the issues; `wall`: real time, by which claims and pauses run.
    func claim(
        at now: Instant, wall: Instant, until: Instant, limit: Int, within limits: ConcurrencyLimits
    ) async throws -> [ClaimedDelivery]

    /// Writes down how tries ended. A try whose claim another has taken over changes nothing.
    ///
    /// - Returns: the subscriptions that are paused from now on.
    func settle(_ settled: [SettledDelivery], by plan: FailurePlan) async throws -> [SubscriptionID]

    /// Reads the events at some places, with the number and title of their issues.
    func items(at places: [EventPlace]) async throws -> [OutboxItem]

    /// Rebuilds issues as they stood right after some of their events.
    func issues(at places: [EventPlace]) async throws -> [EventPlace: Issue]

    /// Reads issues with all their clocks, in the order asked for; unknown ones are left out.
    func issues(_ ids: [IssueID]) async throws -> [Issue]

    func enterprises(_ ids: [EnterpriseID]) async throws -> [EnterpriseID: Enterprise]

    /// Lists webhooks of some persons that wait for their owner.
    func pausedWebhooks(of persons: Set<PersonID>) async throws -> [PausedWebhook]

    /// Forgets deliveries that were settled, and answers that were kept, before some instants; at
    /// most so many of each.
    ///
    /// - Returns: how many deliveries were forgotten.
    func prune(_ retention: NoticeRetention, at wall: Instant, limit: Int) async throws -> Int

    /// Lists where duties stand that concern somebody, overdue first, then by deadline and class, after a
    /// place in that order. One duty may come more than once.
    ///
    /// - Parameter person: whose duties are left out where it took part and must not be the one.
    func duties(
        on sides: [DutySide], barring person: PersonID, after place: DutyPlace?, limit: Int
    ) async throws -> [DutyPlace]

    /// Counts what somebody waits for, as `GET /v1/queues` does.
    ///
    /// - Parameters:
    ///   - own: what one of these owes does not count.
    ///   - units: complaints about them do not count.
    func dutyCount(
        on sides: [DutySide], notOwedBy own: Set<DutyHolder>, of person: PersonID,
        notAbout units: Set<UnitID>, upTo most: Int, at now: Instant
    ) async throws -> DutyCount

    /// Ends a subscription; what waits for it is dead.
    func end(_ subscription: SubscriptionID, reason: String, at wall: Instant) async throws
}
