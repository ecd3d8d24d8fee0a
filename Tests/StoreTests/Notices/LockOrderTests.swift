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
        try await withHouse { house in
            let subscription = try await Self.subscribe(house)
            let claimed = try await Self.claimed(house, count: 2)
            let ids = claimed.map(\.id).sorted()
            try await Self.prepare(work, subscription, house)
            try await Self.putLast(ids[0], house)
            try await whileAnotherHolds(
                Self.lock("delivery", ids[0]), thenTakes: Self.lock("delivery", ids[1]), in: house
            ) { try await Self.carryOut(work, subscription, claimed, house) }
            let states = try await house.records.deliveries.list(DeliveryFilter(), limit: 10).map(
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
        try await withHouse { house in
            let (well, ill) = (try await Self.subscribe(house), try await Self.subscribe(house))
            let claimed = try await Self.claimed(house, count: 1, of: 2)
            try await Self.run("UPDATE subscription SET \(Self.failing) WHERE id = \(ill)", house)
            try await whileAnotherHolds(
                Self.lock("subscription", well), thenTakes: Self.lock("subscription", ill),
                in: house
            ) {
                try await house.records.notices.settle(
                    claimed.map { one in
                        one.subscription.id == ill
                            ? Self.settled(one, .delivered, reached: ill)
                            : Self.settled(one, .retry(at: Self.wall), failed: well)
                    })
            }
            for id in [well, ill] {
                let trouble = try #require(await house.records.subscriptions.subscription(id))
                    .trouble
                #expect((trouble.failingSince != nil) == (id == well))
            }
        }
    }

    @Test("of subscriptions by id where several join the others again")
    func together() async throws {
        try await withHouse { house in
            let ids = [try await Self.subscribe(house), try await Self.subscribe(house)]
            try await Self.run("UPDATE subscription SET is_apart = true", house)
            try await Self.run(
                "UPDATE subscription SET language = language WHERE id = \(ids[0])", house)
            try await whileAnotherHolds(
                Self.lock("subscription", ids[0]), thenTakes: Self.lock("subscription", ids[1]),
                in: house
            ) { _ = try await house.records.notices.catchUp(wall: Self.wall) { _ in [] } }
            for id in ids {
                #expect(
                    try await house.records.subscriptions.subscription(id)?.trouble.isApart == false
                )
            }
        }
    }

    @Test("of a subscription that catches up before its deliveries")
    func catchingUp() async throws {
        try await withHouse { house in
            let id = try await Self.subscribe(house)
            let delivery = try #require(try await Self.claimed(house, count: 1).first)
            try await Self.run("UPDATE delivery SET not_before = '2100-01-02Z'", house)
            try await Self.run(
                "UPDATE subscription SET behind_xid = '0'::xid8, behind_position = 0", house)
            let urgent = Self.urgent(delivery)
            try await whileAnotherHolds(
                Self.lock("subscription", id), thenTakes: Self.lock("delivery", delivery.id),
                in: house
            ) {
                let carried = try await house.records.notices.catchUp(wall: Self.wall) { _ in
                    [urgent]
                }
                #expect(carried)
            }
            let found = try await house.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(found.map(\.notBefore) == [Self.wall])
        }
    }

    @Test("of what is hastened and of digests that grow together")
    func digests() async throws {
        try await withHouse { house in
            let id = try await Self.subscribe(house)
            let day = try CalendarDate("2100-01-02")
            try await Self.run(
                """
                INSERT INTO delivery (subscription_id, digest_on, not_before, tries, next_try_at)
                VALUES (\(id), '\(day)', '2100-01-02Z', 1, 'infinity')
                """, house)
            let delivery = try #require(try await Self.claimed(house, count: 1).first)
            try await Self.run("UPDATE delivery SET not_before = '2100-01-02Z'", house)
            let digest = try #require(
                await house.records.deliveries.list(DeliveryFilter(), limit: 10).map(\.id).min())
            #expect(digest < delivery.id)
            let new = [
                Self.urgent(delivery),
                NewDelivery(
                    subscription: id, place: delivery.places[0], notBefore: Self.wall,
                    digestOn: day, isUrgent: false),
            ]
            _ = try await house.file(key: "more")
            try await whileAnotherHolds(
                Self.lock("delivery", digest), thenTakes: Self.lock("delivery", delivery.id),
                in: house
            ) {
                // What is read may wait for transactions of others.
                let carried = try await eventually { try await Self.fanOut(house, new) != nil }
                #expect(carried)
            }
            let found = try await house.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(found.first { $0.id == delivery.id }?.notBefore == Self.wall)
        }
    }

    @Test("so that nothing is replayed to a subscription that ends meanwhile", arguments: [1, 2])
    func replayed(count: Int) async throws {
        try await withHouse { house in
            let id = try await Self.subscribe(house)
            let claimed = try await Self.claimed(house, count: count)
            try await house.records.notices.settle(claimed.map { Self.settled($0, .dead) })
            try await whileAnotherHolds(
                "UPDATE subscription SET ended_at = now(), end_reason = 'gone' WHERE id = \(id)",
                thenTakes: Self.lock("delivery", claimed[0].id), in: house
            ) {
                if count == 1 {
                    let replayed = try await house.records.deliveries.replay(claimed[0].id)
                    #expect(replayed == nil)
                } else {
                    let replayed = try await house.records.deliveries.replayDead(of: id)
                    #expect(replayed == nil)
                }
            }
            let found = try await house.records.deliveries.list(DeliveryFilter(), limit: 10)
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
            let house = try await TestHouse(database)
            let id = try await Self.subscribe(house)
            let delivery = try #require(try await Self.claimed(house, count: 1).first)
            try await Self.prepare(.skipping, id, house)
            let key = try Self.key(house)
            try await database.withConnection { other in
                // Takes the two the wrong way round, and is not given up for it.
                _ = try await other.query("SET deadlock_timeout = '1h'")
                _ = try await other.query("BEGIN")
                _ = try await other.query(Self.lock("delivery", delivery.id))
                async let resumed = house.records.subscriptions.resume(
                    id, .skip, at: Self.wall, under: key)
                #expect(try await eventually { try await isBlocking(other) })
                _ = try await other.query(Self.lock("subscription", id))
                _ = try await other.query("COMMIT")
                #expect(try await resumed?.isReplay == false)
            }
            let again = try await house.records.subscriptions.resume(
                id, .skip, at: Self.wall, under: key)
            #expect(again?.isReplay == true)
            #expect(
                try await house.records.deliveries.list(DeliveryFilter(), limit: 10).map(\.state)
                    == [.dead])
            await house.close()
        }
    }
}

extension LockOrderTests {
    private static let failing =
        "failures = 3, failing_since = '2026-01-01Z', failed_at = '2026-01-01Z'"

    /// Brings the subscription into the state in which the work has something to do.
    private static func prepare(
        _ work: Work, _ id: SubscriptionID, _ house: TestHouse
    ) async throws {
        switch work {
        case .settling, .ending: return
        case .replaying:
            try await run("UPDATE delivery SET state = 'dead', settled_at = now()", house)
        case .skipping:
            try await run(
                """
                UPDATE subscription
                SET \(failing), is_apart = true, paused_at = now(), behind_xid = '0'::xid8,
                    behind_position = 0
                """, house)
        case .fallingApart:
            try await run("UPDATE subscription SET \(failing)", house)
        }
    }

    private static func carryOut(
        _ work: Work, _ id: SubscriptionID, _ claimed: [ClaimedDelivery], _ house: TestHouse
    ) async throws {
        switch work {
        case .settling:
            let later = claimed.sorted { $0.id > $1.id }
            try await house.records.notices.settle(later.map { settled($0, .delivered) })
        case .ending: try await house.records.subscriptions.end(id, reason: "deleted", at: wall)
        case .replaying: #expect(try await house.records.deliveries.replayDead(of: id)?.value == 2)
        case .skipping:
            #expect(try await house.records.subscriptions.resume(id, .skip, at: wall) != nil)
        case .fallingApart:
            // A try that another has taken over settles nothing, but its receiver failed.
            let last = try #require(claimed.map(\.id).max())
            let late = SettledDelivery(
                id: last, outcome: .retry(at: wall), attempt: attempt(99), failed: id)
            try await house.records.notices.settle([late])
        }
    }

    private static func subscribe(_ house: TestHouse) async throws -> SubscriptionID {
        guard case .person(let person) = try house.principal(TestHouse.office) else {
            throw TestClusterFault("nobody is at the office")
        }
        let added = try await house.records.subscriptions.add(
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
        _ house: TestHouse, count: Int, of receivers: Int = 1
    ) async throws -> [ClaimedDelivery] {
        _ = try await house.file(count: count)
        let fanOut = FanOut(
            store: house.records.notices, world: house.world, time: house.time, wakeUp: WakeUp(),
            sendsMail: false, cache: EventCache(), observer: TestCluster.observer)
        var claimed: [ClaimedDelivery] = []
        _ = try await eventually {
            try await fanOut.drain()
            claimed += try await house.records.notices.claim(
                at: house.time.now, wall: wall, until: wall.adding(seconds: 60), limit: 10,
                within: ConcurrencyLimits())
            return claimed.count == count * receivers
        }
        try #require(claimed.count == count * receivers)
        return claimed
    }

    private static func fanOut(_ house: TestHouse, _ new: [NewDelivery]) async throws -> Int? {
        try await house.records.notices.fanOut(
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

    private static func key(_ house: TestHouse) throws -> RequestKey {
        guard case .person(let person) = try house.principal(TestHouse.office) else {
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
    private static func putLast(_ id: DeliveryID, _ house: TestHouse) async throws {
        try await run("UPDATE delivery SET not_before = not_before WHERE id = \(id)", house)
    }

    private static func run(_ statement: String, _ house: TestHouse) async throws {
        try await house.database.withConnection { _ = try await $0.query(statement) }
    }
}
