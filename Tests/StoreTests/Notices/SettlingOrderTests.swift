import Casework
import DatabaseSupport
import Engine
import Languages
import Notices
import Postgres
import Store
import Testing
import WorkingTime

@Suite("Whoever ends a subscription and whoever settles its deliveries")
struct SettlingOrderTests {
    private static let wall = Instant(microseconds: 1_800_000_000_000_000)

    @Test("take them in one order: neither is given up for the other")
    func oneOrder() async throws {
        try await withFixture { fixture in
            let id = try await Self.subscribe(fixture)
            _ = try await fixture.file()
            let delivery = try await Self.claimed(fixture)
            try await fixture.database.withConnection { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query(
                    "UPDATE subscription SET ended_at = now(), end_reason = 'gone' WHERE id = $1",
                    .int64(id.rawValue))
                async let settled = fixture.records.notices.settle([Self.failed(delivery)])
                #expect(try await eventually { try await isWaitedFor(other) })
                _ = try await other.query(
                    "UPDATE delivery SET state = 'dead', settled_at = now() "
                        + "WHERE subscription_id = $1", .int64(id.rawValue))
                _ = try await other.query("COMMIT")
                #expect(try await settled.isEmpty)
            }
            #expect(
                try await fixture.records.deliveries.tried(delivery.id)?.attempts.map(\.number)
                    == [1])
            let all = try await fixture.records.deliveries.list(DeliveryFilter(), limit: 10)
            #expect(all.map(\.state) == [.dead])
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

    /// The one delivery, once it is made.
    private static func claimed(_ fixture: TestFixture) async throws -> ClaimedDelivery {
        let fanOut = FanOut(
            store: fixture.records.notices, world: fixture.world, time: fixture.time,
            wakeUp: WakeUp(),
            sendsMail: false, cache: EventCache(), observer: TestCluster.observer)
        var claimed: [ClaimedDelivery] = []
        _ = try await eventually {
            try await fanOut.drain()
            claimed = try await fixture.records.notices.claim(
                at: fixture.time.now, wall: wall, until: wall.adding(seconds: 60), limit: 10,
                within: ConcurrencyLimits())
            return !claimed.isEmpty
        }
        return try #require(claimed.first)
    }

    private static func failed(_ claimed: ClaimedDelivery) -> SettledDelivery {
        SettledDelivery(
            id: claimed.id, outcome: .retry(at: wall),
            attempt: Delivery.Attempt(
                number: claimed.tries, at: wall, status: 500, error: "status", milliseconds: 1),
            failed: claimed.subscription.id)
    }
}
