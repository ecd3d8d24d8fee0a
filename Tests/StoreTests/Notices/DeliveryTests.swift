import Casework
import DatabaseSupport
import Engine
import Languages
import Notices
import Postgres
import Store
import Testing
import WorkingTime

@Suite("Deliveries")
struct DeliveryTests {
    static let wall = Instant(microseconds: 1_800_000_000_000_000)

    @Test("are made once for each event, whoever else carries beside")
    func onceEach() async throws {
        try await withFixture { fixture in
            let subscription = try await Self.subscribe(fixture)
            let issues = try await fixture.file(count: 3)
            for issue in issues {
                try await fixture.act("accept", on: issue, by: TestFixture.office)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await Self.fanOut(fixture).drain() } }
                try await group.waitForAll()
            }
            try #require(try await Self.drained(fixture, count: 6))
            try await Self.fanOut(fixture).drain()
            let all = try await Self.deliveries(fixture)
            #expect(all.count == 6)
            #expect(all.allSatisfy { $0.subscription == subscription && $0.state == .pending })
        }
    }

    @Test("are claimed in order per issue, the next only once the one before has ended")
    func inOrder() async throws {
        try await withFixture { fixture in
            _ = try await Self.subscribe(fixture)
            let issue = try await fixture.file()[0]
            try await fixture.act("accept", on: issue, by: TestFixture.office)
            try #require(try await Self.drained(fixture, count: 2))
            let first = try await Self.claim(fixture)
            #expect(first.map(\.places) == [[EventPlace(issue: issue, sequence: 1)]])
            #expect(try await Self.claim(fixture).isEmpty)
            let later = Self.wall.adding(seconds: 5)
            try await fixture.records.notices.settle([Self.settled(first[0], .retry(at: later))])
            #expect(try await Self.claim(fixture).isEmpty)
            let again = try await Self.claim(fixture, wall: later)
            #expect(again.map(\.tries) == [2])
            try await fixture.records.notices.settle([Self.settled(again[0], .dead)])
            let next = try await Self.claim(fixture, wall: later)
            #expect(next.map(\.places) == [[EventPlace(issue: issue, sequence: 2)]])
        }
    }

    @Test("are taken over from a worker that died, whose late word changes nothing")
    func takenOver() async throws {
        try await withFixture { fixture in
            _ = try await Self.subscribe(fixture)
            _ = try await fixture.file()
            try #require(try await Self.drained(fixture, count: 1))
            let lost = try await Self.claim(fixture)
            let taken = try await Self.claim(fixture, wall: Self.wall.adding(seconds: 60))
            #expect(taken.map(\.id) == lost.map(\.id))
            try await fixture.records.notices.settle([Self.settled(lost[0], .dead)])
            #expect(try await Self.deliveries(fixture).map(\.state) == [.pending])
            try await fixture.records.notices.settle([Self.settled(taken[0], .delivered)])
            #expect(try await Self.deliveries(fixture).map(\.state) == [.delivered])
        }
    }

    @Test("that are dead wait again once replayed, with all their tries before them")
    func replayed() async throws {
        try await withFixture { fixture in
            let subscription = try await Self.subscribe(fixture)
            _ = try await fixture.file()
            try #require(try await Self.drained(fixture, count: 1))
            let first = try await Self.claim(fixture)
            #expect(try await fixture.records.deliveries.replay(first[0].id) == nil)
            try await fixture.records.notices.settle([Self.settled(first[0], .dead)])
            #expect(try await fixture.records.deliveries.replayDead(of: subscription)?.value == 1)
            let again = try await Self.claim(fixture)
            #expect(again.map(\.tries) == [2])
            #expect(again.map(\.triesSinceReplay) == [1])
            #expect(
                try await fixture.records.deliveries.tried(first[0].id)?.attempts.map(\.number)
                    == [1])
        }
    }

    @Test("end with their subscription, and none is made after it")
    func ended() async throws {
        try await withFixture { fixture in
            let subscription = try await Self.subscribe(fixture)
            let issue = try await fixture.file()[0]
            try #require(try await Self.drained(fixture, count: 1))
            try await fixture.records.subscriptions.end(subscription, reason: "gone", at: Self.wall)
            try await fixture.act("accept", on: issue, by: TestFixture.office)
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            let all = try await Self.deliveries(fixture)
            #expect(all.map(\.state) == [.dead])
            #expect(all.map(\.lastError) == ["subscriptionEnded"])
            #expect(try await fixture.records.deliveries.replayDead(of: subscription) == nil)
        }
    }

    @Test("of a day's digest are one, which holds every event")
    func digest() async throws {
        try await withFixture { fixture in
            _ = try await Self.subscribe(fixture, pace: .digest)
            let issues = try await fixture.file(count: 2)
            for issue in issues {
                try await fixture.act("accept", on: issue, by: TestFixture.office)
            }
            try #require(try await Self.drained(fixture, count: 1))
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            let all = try await Self.deliveries(fixture)
            // The next working day is the Saturday that is worked.
            #expect(all.map(\.digestOn?.description) == ["2026-10-10"])
            #expect(try await Self.claim(fixture).isEmpty)
            let claimed = try await Self.claim(fixture, now: all[0].notBefore)
            #expect(claimed.first?.places.count == 4)
        }
    }

    @Test("leave places to others: one for a receiver that ails, some for a person's webhooks")
    func limits() async throws {
        try await withFixture { fixture in
            let ailing = try await Self.subscribe(fixture)
            let well = try await Self.subscribe(fixture)
            _ = try await fixture.file(count: 12)
            try #require(try await Self.drained(fixture, count: 24))
            var limits = ConcurrencyLimits()
            limits.ailing = [ailing]
            let claimed = try await Self.claim(fixture, limits)
            #expect(claimed.count(where: { $0.subscription.id == ailing }) == 1)
            #expect(claimed.count <= ConcurrencyLimits.mostOfPerson)
            limits.receivers = [ailing]
            let more = try await Self.claim(fixture, limits)
            #expect(!more.isEmpty && more.allSatisfy { $0.subscription.id == well })
            limits.persons = [more[0].subscription.person]
            #expect(try await Self.claim(fixture, limits).isEmpty)
        }
    }

    @Test("are signed by every secret that was promised to hold, three at most")
    func rotation() async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            func rotate(hours: Int64, after seconds: Int64) async throws -> Subscription {
                let wall = Self.wall.adding(seconds: seconds)
                let rotated = try await fixture.records.subscriptions.rotateSecret(
                    of: id, previousUntil: wall.adding(seconds: hours * 3600), at: wall)
                #expect(rotated != nil)
                return try #require(try await fixture.records.subscriptions.subscription(id))
            }
            let once = try await rotate(hours: 24, after: 0)
            #expect(once.signing(at: Self.wall) == [2, 1])
            #expect(once.signing(at: Self.wall.adding(seconds: 86400)) == [2])
            let twice = try await rotate(hours: 1, after: 3600)
            #expect(twice.signing(at: Self.wall.adding(seconds: 86399)) == [3, 2, 1])
            let thrice = try await rotate(hours: 1, after: 7200)
            #expect(thrice.signing(at: Self.wall.adding(seconds: 7200)) == [4, 3, 2])
            let atOnce = try await rotate(hours: 0, after: 7201)
            #expect(atOnce.signing(at: Self.wall.adding(seconds: 7201)) == [5])
            let late = try await rotate(hours: 1, after: 400_000)
            #expect(late.signing(at: Self.wall.adding(seconds: 400_000)) == [6, 5])
        }
    }

    @Test("are for no more webhooks of a person than the limit")
    func limit() async throws {
        try await withFixture { fixture in
            for _ in 0..<3 { _ = try await Self.subscribe(fixture) }
            let person = try Self.owner(fixture)
            let refused = try await fixture.records.subscriptions.add(
                of: person, url: "https://example.com", preferences: Self.preferences(.each),
                most: 3,
                at: Self.wall)
            #expect(refused == nil)
        }
    }

    // What the tests do over and over.

    private static func preferences(_ pace: Subscription.Pace) -> Subscription.Preferences {
        Subscription.Preferences(scope: .seen, pace: pace, isQuiet: false, language: .zh)
    }

    private static func owner(_ fixture: TestFixture) throws -> PersonID {
        guard case .person(let person) = try fixture.principal(TestFixture.office) else {
            throw TestClusterFault("nobody is at the office")
        }
        return person.id
    }

    static func subscribe(
        _ fixture: TestFixture, pace: Subscription.Pace = .each
    ) async throws -> SubscriptionID {
        let id = try await fixture.records.subscriptions.add(
            of: owner(fixture), url: "https://example.com", preferences: preferences(pace),
            most: 20,
            at: wall)
        return try #require(id).value
    }

    private static func fanOut(_ fixture: TestFixture) -> FanOut {
        FanOut(
            store: fixture.records.notices, world: fixture.world, time: fixture.time,
            wakeUp: WakeUp(),
            sendsMail: false, cache: EventCache(), observer: TestCluster.observer)
    }

    /// Carries until there are so many: elsewhere in the cluster older work may be open.
    static func drained(_ fixture: TestFixture, count: Int) async throws -> Bool {
        try await eventually {
            try await fanOut(fixture).drain()
            return try await deliveries(fixture).count == count
        }
    }

    /// True once the reader has passed every batch.
    private static func carriedAll(_ fixture: TestFixture) async throws -> Bool {
        try await fanOut(fixture).drain()
        return try await fixture.database.withConnection { connection in
            try await connection.query(
                "SELECT count(*) FROM outbox_batch AS batch, outbox_reader AS reader "
                    + "WHERE reader.name = '\(FanOut.reader)' AND (batch.xid, batch.position) > "
                    + "(reader.xid, reader.position)"
            )[0].int64(0) == 0
        }
    }

    private static func deliveries(_ fixture: TestFixture) async throws -> [Delivery] {
        try await fixture.records.deliveries.list(DeliveryFilter(), limit: 100)
    }

    static func claim(
        _ fixture: TestFixture, _ limits: ConcurrencyLimits = ConcurrencyLimits(),
        now: Instant? = nil,
        wall: Instant = wall
    ) async throws -> [ClaimedDelivery] {
        try await fixture.records.notices.claim(
            at: now ?? fixture.time.now, wall: wall, until: wall.adding(seconds: 60), limit: 32,
            within: limits)
    }

    static func settled(
        _ claimed: ClaimedDelivery, _ outcome: SettledDelivery.Outcome
    ) -> SettledDelivery {
        SettledDelivery(
            id: claimed.id, outcome: outcome,
            attempt: Delivery.Attempt(
                number: claimed.tries, at: wall, status: 200, error: nil, milliseconds: 3))
    }
}
