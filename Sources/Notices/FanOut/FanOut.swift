package import Casework
package import Engine
import Languages
import Workflow
package import WorkingTime

/// Turns committed events into deliveries: one to each subscription that wants it.
package struct FanOut: OutboxConsumer {
    private let store: any NoticeStore
    private let world: CurrentWorld
    private let time: TimeSource
    private let wakeUp: WakeUp
    private let sendsMail: Bool
    private let cache: EventCache
    private let observer: any Observer

    /// - Parameters:
    ///   - wakeUp: signalled when there is something to deliver.
    ///   - cache: gets the events of which somebody is told.
    package init(
        store: any NoticeStore, world: CurrentWorld, time: TimeSource, wakeUp: WakeUp,
        sendsMail: Bool, cache: EventCache, observer: any Observer
    ) {
        self.store = store
        self.world = world
        self.time = time
        self.wakeUp = wakeUp
        self.sendsMail = sendsMail
        self.cache = cache
        self.observer = observer
    }

    /// The name of the reader of the outbox that carries for all subscriptions.
    package static let reader = "notices"

    package var reader: String { Self.reader }

    package var work: RecurringWork { .notices }

    package func hasBacklog() async throws -> Bool {
        try await store.hasLaggards(at: TimeSource().now)
    }

    /// A digest goes out with what was committed before.
    package func closing(after instant: Instant) -> Instant? {
        world.value.noticeHours.digest(after: instant).at
    }

    package func drain() async throws {
        var count = 0
        let world = world.value
        // Simulated time leaps: whether somebody slept is asked of the moment of the event.
        let leaps = time.isSimulated
        let sendsMail = sendsMail
        let time = time
        let cache = cache
        while let carried = try await store.fanOut(
            limit: 64, wall: TimeSource().now,
            mailFor: {
                sendsMail ? Self.mail(for: $0, in: world.directory, by: world.notices) : [:]
            },
            deciding: { page in
                observer.note(.outboxCarried(reader: reader, page.items, at: time.now))
                // Asked now that nobody carries beside: a digest must not have gone already.
                let deliveries = Self.deliveries(
                    of: page, in: world, at: time.now, leaping: leaps, byMail: sendsMail)
                let places = Set(deliveries.filter { $0.digestOn == nil }.map(\.place))
                await cache.keep(page.items.filter { places.contains($0.place) })
                return deliveries
            })
        {
            count += carried
        }
        while try await store.catchUp(
            wall: TimeSource().now,
            deciding: { page in
                Self.deliveries(
                    of: page, in: world, at: time.now, leaping: leaps, byMail: sendsMail)
            })
        {
            count += 1
        }
        if count > 0 { await wakeUp.signal() }
    }

    /// How those who have an address are told by mail, unless they chose otherwise.
    private static func mail(
        for persons: Set<PersonID>, in directory: Directory, by rules: NoticeRules
    ) -> [PersonID: Subscription.Preferences] {
        persons.reduce(into: [:]) { preferences, id in
            guard let person = directory.person(id), person.email != nil else { return }
            preferences[id] = .mail(for: person, by: rules)
        }
    }

    /// Decides which subscriptions get which events, and when.
    package static func deliveries(
        of page: FanOutPage, in world: World, at now: Instant, leaping: Bool = false,
        byMail: Bool = true
    ) -> [NewDelivery] {
        let hours = world.noticeHours
        let scopes = Scopes(in: world.directory, at: now)
        return page.items.flatMap { item in
            page.subscriptions.filter { subscription in
                (byMail || subscription.channel == .webhook)
                    && subscription.wants(item, of: page.issues[item.event.issue], scopes)
            }.map { subscription in
                delivery(
                    of: item, class: page.classes[item.event.issue],
                    to: subscription, hours, at: now, from: leaping ? item.event.at : now)
            }
        }
    }

    private static func delivery(
        of item: OutboxItem, class issueClass: String?, to subscription: Subscription,
        _ hours: NoticeHours, at now: Instant, from: Instant
    ) -> NewDelivery {
        let place = item.place
        let isUrgent = hours.isUrgent(issueClass)
        if subscription.preferences.pace == .digest, !isUrgent {
            let digest = hours.digest(after: now)
            return NewDelivery(
                subscription: subscription.id, place: place, notBefore: digest.at,
                digestOn: digest.on, isUrgent: false)
        }
        let waits = subscription.preferences.isQuiet && !isUrgent
        return NewDelivery(
            subscription: subscription.id, place: place,
            notBefore: waits ? hours.waking(atOrAfter: from) : from, digestOn: nil,
            isUrgent: isUrgent)
    }
}

/// Resolves what owners of subscriptions may see once a page.
private final class Scopes {
    private let directory: Directory
    private let at: Instant
    private var known: [PersonID: Scope] = [:]

    init(in directory: Directory, at: Instant) {
        self.directory = directory
        self.at = at
    }

    func sees(_ person: PersonID, _ issue: Issue) -> Bool {
        guard let scope = scope(of: person) else { return false }
        return scope.sees(issue, in: directory)
    }

    private func scope(of person: PersonID) -> Scope? {
        if let known = known[person] { return known }
        guard let found = directory.person(person) else { return nil }
        let scope = directory.scope(of: .person(found), at: at)
        known[person] = scope
        return scope
    }
}

extension Subscription {
    /// Tells whether an event is one of those that it is for.
    fileprivate func wants(_ item: OutboxItem, of issue: Issue?, _ scopes: Scopes) -> Bool {
        guard preferences.actions.isEmpty || preferences.actions.contains(item.event.action) else {
            return false
        }
        switch preferences.scope {
        case .told: return item.event.body.told?.contains { $0.person == person } ?? false
        case .seen: return issue.map { scopes.sees(person, $0) } ?? false
        case .links: return item.event.body.link != nil
        }
    }
}

extension Subscription.Preferences {
    /// How a person is told by mail who has chosen nothing.
    package static func mail(for person: Person, by rules: NoticeRules) -> Self {
        let isLeader = person.grants.contains { rules.digest.roles.contains($0.role) }
        return Self(
            scope: .told, pace: isLeader ? .digest : .each, isQuiet: true, language: .zh)
    }
}
