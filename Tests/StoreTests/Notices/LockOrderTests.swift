import Casework
import DatabaseSupport
import Engine
import Languages
import Notices
import Postgres
import Store
import Testing
import WorkingTime

@Suite("Locks of notices are taken in one order")
struct LockOrderTests {
    private static let wall = Instant(microseconds: 4_102_444_800_000_000)

    /// What takes several deliveries of one subscription.
    enum Work: CaseIterable {
        case settling, ending, replaying, skipping, fallingApart
    }

    @Test("of deliveries by id, whoever takes them", arguments: Work.allCases)
    func deliveries(work: Work) async throws {
        try await withFixture { fixture in
            let subscription = try await Self.subscribe(fixture)
            let claimed = try await Self.claimed(fixture, count: 2)
            let ids = claimed.map(\.id).sorted()
            try await Self.prepare(work, subscription, fixture)
            try await Self.putLast(ids[0], fixture)
            try await whileAnotherHolds(
                Self.lock("delivery", ids[0]), thenTakes: Self.lock("delivery", ids[1]), in: fixture
            ) { try await Self.carryOut(work, subscription, claimed, fixture) }
            let states = try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10).map(
                \.state)
            switch work {
            case .settling: #expect(states == [.delivered, .delivered])
            case .ending, .skipping: #expect(states == [.dead, .dead])
            case .replaying, .fallingApart: #expect(states == [.pending, .pending])
            }
        }
    }

    @Test("of subscriptions by id, those that were reached and those that failed together")
    func outcomes() async throws {
        try await withFixture { fixture in
            let (well, ill) = (try await Self.subscribe(fixture), try await Self.subscribe(fixture))
            let claimed = try await Self.claimed(fixture, count: 1, of: 2)
            try await Self.run("UPDATE subscription SET \(Self.failing) WHERE id = \(ill)", fixture)
            try await whileAnotherHolds(
                Self.lock("subscription", well), thenTakes: Self.lock("subscription", ill),
                in: fixture
            ) {
                try await fixture.records.notices.settle(
                    claimed.map { one in
                        one.subscription.id == ill
                            ? Self.settled(one, .delivered, reached: ill)
                            : Self.settled(one, .retry(at: Self.wall), failed: well)
                    })
            }
            for id in [well, ill] {
                let trouble = try #require(await fixture.records.subscriptions.subscription(id))
                    .trouble
                #expect((trouble.failingSince != nil) == (id == well))
            }
        }
    }

    @Test("of subscriptions by id where several join the others again")
    func together() async throws {
        try await withFixture { fixture in
            let ids = [try await Self.subscribe(fixture), try await Self.subscribe(fixture)]
            try await Self.run("UPDATE subscription SET is_apart = true", fixture)
            try await Self.run(
                "UPDATE subscription SET language = language WHERE id = \(ids[0])", fixture)
            try await whileAnotherHolds(
                Self.lock("subscription", ids[0]), thenTakes: Self.lock("subscription", ids[1]),
                in: fixture
            ) { _ = try await fixture.records.notices.catchUp(wall: Self.wall) { _ in [] } }
            for id in ids {
                #expect(
                    try await fixture.records.subscriptions.subscription(id)?.trouble.isApart
                        == false
                )
            }
        }
    }

    @Test("of a subscription that catches up before its deliveries")
    func catchingUp() async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            let delivery = try #require(try await Self.claimed(fixture, count: 1).first)
            try await Self.run("UPDATE delivery SET not_before = '2100-01-02Z'", fixture)
            try await Self.run(
                "UPDATE subscription SET behind_xid = '0'::xid8, behind_position = 0", fixture)
            let urgent = Self.urgent(delivery)
            try await whileAnotherHolds(
                Self.lock("subscription", id), thenTakes: Self.lock("delivery", delivery.id),
                in: fixture
            ) {
                let carried = try await fixture.records.notices.catchUp(wall: Self.wall) { _ in
                    [urgent]
                }
                #expect(carried)
            }
            let found = try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(found.map(\.notBefore) == [Self.wall])
        }
    }

    @Test("of what is hastened and of digests that grow together")
    func digests() async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            let day = try CalendarDate("2100-01-02")
            try await Self.run(
                """
                INSERT INTO delivery (subscription_id, digest_on, not_before, tries, next_try_at)
                VALUES (\(id), '\(day)', '2100-01-02Z', 1, 'infinity')
                """, fixture)
            let delivery = try #require(try await Self.claimed(fixture, count: 1).first)
            try await Self.run("UPDATE delivery SET not_before = '2100-01-02Z'", fixture)
            let digest = try #require(
                await fixture.records.deliveries.list(DeliveryFilter(), limit: 10).map(\.id).min())
            #expect(digest < delivery.id)
            let new = [
                Self.urgent(delivery),
                NewDelivery(
                    subscription: id, place: delivery.places[0], notBefore: Self.wall,
                    digestOn: day, isUrgent: false),
            ]
            _ = try await fixture.file(key: "more")
            try await whileAnotherHolds(
                Self.lock("delivery", digest), thenTakes: Self.lock("delivery", delivery.id),
                in: fixture
            ) {
                // What is read may wait for transactions of others.
                let carried = try await eventually { try await Self.fanOut(fixture, new) != nil }
                #expect(carried)
            }
            let found = try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(found.first { $0.id == delivery.id }?.notBefore == Self.wall)
        }
    }

    @Test("so that nothing is replayed to a subscription that ends meanwhile", arguments: [1, 2])
    func replayed(count: Int) async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            let claimed = try await Self.claimed(fixture, count: count)
            try await fixture.records.notices.settle(claimed.map { Self.settled($0, .dead) })
            try await whileAnotherHolds(
                "UPDATE subscription SET ended_at = now(), end_reason = 'gone' WHERE id = \(id)",
                thenTakes: Self.lock("delivery", claimed[0].id), in: fixture
            ) {
                if count == 1 {
                    let replayed = try await fixture.records.deliveries.replay(claimed[0].id)
                    #expect(replayed == nil)
                } else {
                    let replayed = try await fixture.records.deliveries.replayDead(of: id)
                    #expect(replayed == nil)
                }
            }
            let found = try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(found.allSatisfy { $0.state == .dead } && found.count == count)
        }
    }

    @Test("and what is given up for another's sake is done again, and counts once under its key")
    func repeated() async throws {
        try await withDatabase { database in
            // Only once the other waits too, somebody is given up.
            try await database.withConnection {
                _ = try await $0.query(
                    "ALTER DATABASE \(database.name) SET deadlock_timeout = '5s'")
            }
            let fixture = try await TestFixture(database)
            let id = try await Self.subscribe(fixture)
            let delivery = try #require(try await Self.claimed(fixture, count: 1).first)
            try await Self.prepare(.skipping, id, fixture)
            let key = try Self.key(fixture)
            try await database.withConnection { other in
                // Takes the two the wrong way round, and is not given up for it.
                _ = try await other.query("SET deadlock_timeout = '1h'")
                _ = try await other.query("BEGIN")
                _ = try await other.query(Self.lock("delivery", delivery.id))
                async let resumed = fixture.records.subscriptions.resume(
                    id, .skip, at: Self.wall, under: key)
                #expect(try await eventually { try await isBlocking(other) })
                _ = try await other.query(Self.lock("subscription", id))
                _ = try await other.query("COMMIT")
                #expect(try await resumed?.isReplay == false)
            }
            let again = try await fixture.records.subscriptions.resume(
                id, .skip, at: Self.wall, under: key)
            #expect(again?.isReplay == true)
            #expect(
                try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10).map(\.state)
                    == [.dead])
            await fixture.close()
        }
    }
}

extension LockOrderTests {
    private static let failing =
        "failures = 3, failing_since = '2026-01-01Z', failed_at = '2026-01-01Z'"

    /// Brings the subscription into the state in which the work has something to do.
    private static func prepare(
        _ work: Work, _ id: SubscriptionID, _ fixture: TestFixture
    ) async throws {
        switch work {
        case .settling, .ending: return
        case .replaying:
            try await run("UPDATE delivery SET state = 'dead', settled_at = now()", fixture)
        case .skipping:
            try await run(
                """
                UPDATE subscription
                SET \(failing), is_apart = true, paused_at = now(), behind_xid = '0'::xid8,
                    behind_position = 0
                """, fixture)
        case .fallingApart:
            try await run("UPDATE subscription SET \(failing)", fixture)
        }
    }

    private static func carryOut(
        _ work: Work, _ id: SubscriptionID, _ claimed: [ClaimedDelivery], _ fixture: TestFixture
    ) async throws {
        switch work {
        case .settling:
            let later = claimed.sorted { $0.id > $1.id }
            try await fixture.records.notices.settle(later.map { settled($0, .delivered) })
        case .ending: try await fixture.records.subscriptions.end(id, reason: "deleted", at: wall)
        case .replaying:
            #expect(try await fixture.records.deliveries.replayDead(of: id)?.value == 2)
        case .skipping:
            #expect(try await fixture.records.subscriptions.resume(id, .skip, at: wall) != nil)
        case .fallingApart:
            // A try that another has taken over settles nothing, but its receiver failed.
            let last = try #require(claimed.map(\.id).max())
            let late = SettledDelivery(
                id: last, outcome: .retry(at: wall), attempt: attempt(99), failed: id)
            try await fixture.records.notices.settle([late])
        }
    }

    private static func subscribe(_ fixture: TestFixture) async throws -> SubscriptionID {
        guard case .person(let person) = try fixture.principal(TestFixture.office) else {
            throw TestClusterFault("nobody is at the office")
        }
        let added = try await fixture.records.subscriptions.add(
            of: person.id, url: "https://example.com",
            preferences: Subscription.Preferences(
                scope: .seen, pace: .each, isQuiet: false, language: .zh),
            most: 20, at: wall)
        return try #require(added).value
    }

    /// Files some issues and claims what tells of them.
    ///
    /// - Parameter receivers: how many subscriptions there are.
    private static func claimed(
        _ fixture: TestFixture, count: Int, of receivers: Int = 1
    ) async throws -> [ClaimedDelivery] {
        _ = try await fixture.file(count: count)
        let fanOut = FanOut(
            store: fixture.records.notices, world: fixture.world, time: fixture.time,
            wakeUp: WakeUp(),
            sendsMail: false, cache: EventCache(), observer: TestCluster.observer)
        var claimed: [ClaimedDelivery] = []
        _ = try await eventually {
            try await fanOut.drain()
            claimed += try await fixture.records.notices.claim(
                at: fixture.time.now, wall: wall, until: wall.adding(seconds: 60), limit: 10,
                within: ConcurrencyLimits())
            return claimed.count == count * receivers
        }
        try #require(claimed.count == count * receivers)
        return claimed
    }

    private static func fanOut(_ fixture: TestFixture, _ new: [NewDelivery]) async throws -> Int? {
        try await fixture.records.notices.fanOut(
            limit: 64, wall: wall, mailFor: { _ in [:] }, deciding: { _ in new })
    }

    private static func urgent(_ delivery: ClaimedDelivery) -> NewDelivery {
        NewDelivery(
            subscription: delivery.subscription.id, place: delivery.places[0], notBefore: wall,
            digestOn: nil, isUrgent: true)
    }

    private static func settled(
        _ claimed: ClaimedDelivery, _ outcome: SettledDelivery.Outcome,
        failed: SubscriptionID? = nil, reached: SubscriptionID? = nil
    ) -> SettledDelivery {
        SettledDelivery(
            id: claimed.id, outcome: outcome, attempt: attempt(claimed.tries), failed: failed,
            reached: reached)
    }

    private static func attempt(_ number: Int) -> Delivery.Attempt {
        Delivery.Attempt(number: number, at: wall, status: 500, error: "status", milliseconds: 1)
    }

    private static func key(_ fixture: TestFixture) throws -> RequestKey {
        guard case .person(let person) = try fixture.principal(TestFixture.office) else {
            throw TestClusterFault("nobody is at the office")
        }
        return RequestKey(
            person: person.id, key: CommandKey(deriving: ["test"]),
            requestDigest: LinkKey.digest(of: "request"), receivedAt: wall)
    }

    private static func lock(_ table: String, _ id: some CustomStringConvertible) -> String {
        "SELECT id FROM \(table) WHERE id = \(id) FOR NO KEY UPDATE"
    }

    /// Whoever looks through the whole table comes to this row last.
    private static func putLast(_ id: DeliveryID, _ fixture: TestFixture) async throws {
        try await run("UPDATE delivery SET not_before = not_before WHERE id = \(id)", fixture)
    }

    private static func run(_ statement: String, _ fixture: TestFixture) async throws {
        try await fixture.database.withConnection { _ = try await $0.query(statement) }
    }
}
