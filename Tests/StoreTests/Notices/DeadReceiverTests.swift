import Casework
import DatabaseSupport
import Engine
import Languages
import Notices
import Postgres
import Store
import Testing
import WorkingTime

@Suite("Dead receivers")
struct DeadReceiverTests {
    /// In the year 2100: pauses that begin there are not over by the clock that carries events.
    private static let wall = Instant(microseconds: 4_102_444_800_000_000)

    @Test("keep no row for an event once they fail, leave the others alone, and get all when back")
    func bounded() async throws {
        try await withFixture { fixture in
            let dead = try await Self.subscribe(fixture)
            let well = try await Self.subscribe(fixture)
            _ = try await fixture.file(count: 3)
            #expect(try await Self.carried(fixture, of: dead, count: 3))
            try await Self.fail(dead, fixture, times: 3)
            _ = try await fixture.file(count: 40, key: "more")
            #expect(try await Self.carried(fixture, of: well, count: 43))
            #expect(try await Self.count(fixture, of: dead) == 3)
            let trouble = try #require(try await fixture.records.subscriptions.subscription(dead))
                .trouble
            #expect(trouble.isApart && trouble.isBehind && trouble.failingSince != nil)
            let claimed = try await Self.claim(fixture, wall: Self.wall.adding(seconds: 3))
            #expect(!claimed.isEmpty && claimed.allSatisfy { $0.subscription.id == well })
            // A probe succeeds: everything that was missed is made up, in order.
            let probe = try await Self.claim(fixture, wall: Self.wall.adding(seconds: 4000))
                .filter { $0.subscription.id == dead }
            #expect(probe.count == 1)
            try await fixture.records.notices.settle(probe.map { Self.settled($0, .delivered) })
            #expect(try await Self.carried(fixture, of: dead, count: 43))
        }
    }

    @Test("are tried again after their pause also where nothing is left of what waited")
    func buried() async throws {
        try await withFixture { fixture in
            let dead = try await Self.subscribe(fixture)
            _ = try await fixture.file(count: 3)
            #expect(try await Self.carried(fixture, of: dead, count: 3))
            try await Self.fail(dead, fixture, times: 3)
            let late = Self.wall.adding(seconds: 4000)
            for turn in 0..<3 {
                let wall = late.adding(seconds: Int64(turn) * 4000)
                let probe = try await Self.claim(fixture, wall: wall)
                try #require(probe.count == 1)
                try await fixture.records.notices.settle([Self.failed(probe[0], .dead, at: wall)])
            }
            #expect(try await Self.waiting(fixture, for: dead) == 0)
            _ = try await fixture.file(count: 2, key: "more")
            let soon = late.adding(seconds: 8001)
            try await Self.fanOut(fixture).drain()
            #expect(try await fixture.records.notices.catchUp(wall: soon) { _ in [] } == false)
            #expect(try await Self.count(fixture, of: dead) == 3)
            // What is read may wait for transactions of others.
            let due = soon.adding(seconds: 4000)
            #expect(
                try await eventually {
                    try await Self.fanOut(fixture).drain()
                    _ = try await fixture.records.notices.catchUp(wall: due) {
                        FanOut.deliveries(of: $0, in: fixture.world.value, at: fixture.time.now)
                    }
                    return try await Self.waiting(fixture, for: dead) > 0
                })
            #expect(try await Self.claim(fixture, wall: due).count == 1)
        }
    }

    @Test("that are only slow have a bounded number waiting, and get the rest in order later")
    func slow() async throws {
        try await withFixture { fixture in
            let slow = try await Self.subscribe(fixture)
            var notices = fixture.records.notices
            notices.mostWaiting = 48
            for lot in 0..<24 { _ = try await fixture.file(count: 5, key: "lot \(lot)") }
            #expect(
                try await eventually {
                    try await Self.fanOut(fixture, notices).drain()
                    return try await fixture.records.subscriptions.subscription(slow)?.trouble
                        .isBehind == true
                })
            let waiting = try await Self.waiting(fixture, for: slow)
            #expect(waiting >= 24 && waiting <= 48)
            // It takes what waits: what was left comes after, each once.
            var taken: [EventPlace] = []
            var wall = Self.wall
            while taken.count < 120 {
                let claimed = try #require(
                    try await Self.waited(fixture, notices, wall: wall), "\(taken.count)")
                try await notices.settle(claimed.map { Self.settled($0, .delivered, at: wall) })
                taken += claimed.flatMap(\.places)
                wall = wall.adding(seconds: 1)
            }
            #expect(taken.map(\.issue.rawValue) == Array(1...120))
            #expect(
                try await eventually {
                    try await Self.fanOut(fixture, notices).drain()
                    return try await fixture.records.subscriptions.subscription(slow)?.trouble
                        == Subscription.Trouble()
                })
            #expect(try await Self.claim(fixture, wall: wall).isEmpty)
        }
    }

    @Test("are paused after a time of failure, and go on with or without what they missed")
    func paused() async throws {
        try await withFixture { fixture in
            let ids = [try await Self.subscribe(fixture), try await Self.subscribe(fixture)]
            _ = try await fixture.file(count: 4)
            for (place, id) in ids.enumerated() {
                #expect(try await Self.carried(fixture, of: id, count: 4))
                try await Self.fail(
                    id, fixture, times: 3, FailurePlan(pauseAfter: .zero),
                    after: Int64(place * 100))
                #expect(
                    try await fixture.records.subscriptions.subscription(id)?.trouble.pausedAt
                        != nil)
            }
            let owner = try Self.owner(fixture)
            #expect(
                try await fixture.records.notices.pausedWebhooks(of: [owner]).map(\.subscription)
                    == ids)
            let well = try await Self.subscribe(fixture)
            _ = try await fixture.file(count: 2, key: "more")
            #expect(try await Self.carried(fixture, of: well, count: 2))
            try await fixture.records.subscriptions.end(well, reason: "ended", at: Self.wall)
            let late = Self.wall.adding(seconds: 90_000)
            #expect(try await Self.claim(fixture, wall: late).isEmpty)
            #expect(try await fixture.records.subscriptions.resume(ids[0], .send, at: late) != nil)
            #expect(try await fixture.records.subscriptions.resume(ids[0], .send, at: late) == nil)
            #expect(try await fixture.records.subscriptions.resume(ids[1], .skip, at: late) != nil)
            #expect(try await Self.carried(fixture, of: ids[0], count: 6))
            #expect(try await Self.count(fixture, of: ids[1]) == 4)
            let claimed = try await Self.claim(fixture, wall: late)
            #expect(Set(claimed.map(\.subscription.id)) == [ids[0]])
        }
    }

    @Test("of which one refuses now and then are not set apart")
    func nowAndThen() async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            _ = try await fixture.file(count: 6)
            #expect(try await Self.carried(fixture, of: id, count: 6))
            for turn in 0..<3 {
                try await Self.fail(id, fixture, times: 2, after: Int64(turn * 1000))
                let wall = Self.wall.adding(seconds: Int64(turn * 1000 + 500))
                let next = try await Self.claim(fixture, wall: wall).prefix(1)
                try await fixture.records.notices.settle(
                    next.map { Self.settled($0, .delivered, at: wall) })
            }
            #expect(
                try await fixture.records.subscriptions.subscription(id)?.trouble
                    == Subscription.Trouble())
        }
    }

    @Test("are forgotten with what was settled long ago")
    func pruned() async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            _ = try await fixture.file(count: 2)
            #expect(try await Self.carried(fixture, of: id, count: 2))
            let claimed = try await Self.claim(fixture, wall: Self.wall)
            try #require(claimed.count == 2)
            try await fixture.records.notices.settle([
                Self.settled(claimed[0], .delivered), Self.settled(claimed[1], .dead),
            ])
            let retention = NoticeRetention()
            let month = Self.wall.adding(seconds: 31 * 86400)
            #expect(
                try await fixture.records.notices.prune(retention, at: Self.wall, limit: 10) == 0)
            #expect(try await fixture.records.notices.prune(retention, at: month, limit: 10) == 1)
            let left = try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(left.map(\.state) == [.dead])
            let quarter = Self.wall.adding(seconds: 91 * 86400)
            #expect(try await fixture.records.notices.prune(retention, at: quarter, limit: 10) == 1)
        }
    }

    @Test("or not, a request under a key counts once, and another body under it is refused")
    func keys() async throws {
        try await withFixture { fixture in
            let owner = try Self.owner(fixture)
            func add(_ digest: UInt8) async throws -> Answered<SubscriptionID>? {
                try await fixture.records.subscriptions.add(
                    of: owner, url: "https://example.com", preferences: Self.preferences, most: 20,
                    at: Self.wall,
                    under: RequestKey(
                        person: owner, key: CommandKey(deriving: ["one"]),
                        requestDigest: Array(repeating: digest, count: 32),
                        receivedAt: Self.wall))
            }
            let answers = try await withThrowingTaskGroup(of: Answered<SubscriptionID>?.self) {
                group in
                for _ in 0..<8 { group.addTask { try await add(1) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }.compactMap(\.self)
            #expect(Set(answers.map(\.value)).count == 1)
            #expect(answers.count == 8 && answers.count { !$0.isReplay } == 1)
            await #expect(throws: Refusal.self) { try await add(2) }
        }
    }

    @Test("or not, an issue is rebuilt as it stood at an event")
    func past() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.act("accept", on: issue, by: TestFixture.office)
            let places = [1, 2].map { EventPlace(issue: issue, sequence: $0) }
            let found = try await fixture.records.notices.issues(at: places)
            #expect(found[places[0]]?.sequence == 1)
            #expect(found[places[1]]?.sequence == 2)
            #expect(found[places[0]]?.state != found[places[1]]?.state)
        }
    }

    // What the tests do over and over.

    private static let preferences = Subscription.Preferences(
        scope: .seen, pace: .each, isQuiet: false, language: .zh)

    private static func owner(_ fixture: TestFixture) throws -> PersonID {
        guard case .person(let person) = try fixture.principal(TestFixture.office) else {
            throw TestClusterFault("nobody is at the office")
        }
        return person.id
    }

    private static func subscribe(
        _ fixture: TestFixture
    ) async throws -> SubscriptionID {
        let added = try await fixture.records.subscriptions.add(
            of: owner(fixture), url: "https://example.com", preferences: preferences, most: 20,
            at: wall)
        return try #require(added).value
    }

    private static func fanOut(_ fixture: TestFixture, _ notices: NoticeRecords? = nil) -> FanOut {
        FanOut(
            store: notices ?? fixture.records.notices, world: fixture.world, time: fixture.time,
            wakeUp: WakeUp(),
            sendsMail: false, cache: EventCache(), observer: TestCluster.observer)
    }

    private static func count(_ fixture: TestFixture, of id: SubscriptionID) async throws -> Int {
        var filter = DeliveryFilter()
        filter.subscription = id
        return try await fixture.records.deliveries.list(filter, limit: 200).count
    }

    /// Claims what waits once something does: what is read may wait for transactions of others.
    private static func waited(
        _ fixture: TestFixture, _ notices: NoticeRecords, wall: Instant
    ) async throws -> [ClaimedDelivery]? {
        var claimed: [ClaimedDelivery] = []
        let comes = try await eventually {
            try await fanOut(fixture, notices).drain()
            claimed = try await claim(fixture, wall: wall)
            return !claimed.isEmpty
        }
        return comes ? claimed : nil
    }

    private static func waiting(_ fixture: TestFixture, for id: SubscriptionID) async throws -> Int
    {
        try await fixture.database.withConnection { connection in
            Int(
                try await connection.query(
                    "SELECT count(*) FROM delivery "
                        + "WHERE subscription_id = \(id.rawValue) AND state = 'pending'"
                )[0].int64(0))
        }
    }

    /// Carries until a subscription has so many.
    private static func carried(
        _ fixture: TestFixture, of id: SubscriptionID, count: Int
    ) async throws -> Bool {
        try await eventually {
            try await fanOut(fixture).drain()
            return try await Self.count(fixture, of: id) == count
        }
    }

    private static func claim(_ fixture: TestFixture, wall: Instant) async throws
        -> [ClaimedDelivery]
    {
        try await fixture.records.notices.claim(
            at: fixture.time.now, wall: wall, until: wall.adding(seconds: 60), limit: 64,
            within: ConcurrencyLimits())
    }

    /// Lets tries to one receiver fail, one after the other.
    private static func fail(
        _ id: SubscriptionID, _ fixture: TestFixture, times: Int,
        _ plan: FailurePlan = FailurePlan(),
        after: Int64 = 0
    ) async throws {
        for time in 0..<times {
            let at = wall.adding(seconds: after + Int64(time))
            var limits = ConcurrencyLimits()
            limits.ailing = [id]
            let claimed = try await fixture.records.notices.claim(
                at: fixture.time.now, wall: at, until: at.adding(seconds: 1), limit: 64,
                within: limits)
            let one = try #require(claimed.first { $0.subscription.id == id })
            let others = claimed.filter { $0.id != one.id }
            let attempt = Delivery.Attempt(
                number: one.tries, at: at, status: nil, error: "refused", milliseconds: 1)
            try await fixture.records.notices.settle(
                [
                    SettledDelivery(
                        id: one.id, outcome: .retry(at: at.adding(seconds: 1)), attempt: attempt,
                        failed: id)
                ] + others.map { settled($0, .retry(at: at), counts: false) }, by: plan)
        }
    }

    private static func failed(
        _ claimed: ClaimedDelivery, _ outcome: SettledDelivery.Outcome, at: Instant
    ) -> SettledDelivery {
        SettledDelivery(
            id: claimed.id, outcome: outcome,
            attempt: Delivery.Attempt(
                number: claimed.tries, at: at, status: nil, error: "refused", milliseconds: 1),
            failed: claimed.subscription.id)
    }

    private static func settled(
        _ claimed: ClaimedDelivery, _ outcome: SettledDelivery.Outcome, at: Instant = wall,
        counts: Bool = true
    ) -> SettledDelivery {
        SettledDelivery(
            id: claimed.id, outcome: outcome,
            attempt: Delivery.Attempt(
                number: claimed.tries, at: at, status: 200, error: nil, milliseconds: 3),
            reached: counts && outcome == .delivered ? claimed.subscription.id : nil)
    }
}
