import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import WorkingTime

@Suite("The reader of the outbox")
struct OutboxReaderTests {
    @Test("feeds every consumer from where it stands itself, whichever of them fails")
    func feedsEach() async throws {
        try await withFixture { fixture in
            let well = Consumer("well", of: fixture)
            let failing = Consumer("failing", of: fixture, fails: true)
            let reader = Self.reader([failing, well], fixture)
            let running = Task { try await reader.run() }
            let issue = try await fixture.file()[0]
            #expect(try await eventually { await well.kept.places == ["\(issue) 1"] })
            try await fixture.act("accept", on: issue, by: TestFixture.office)
            #expect(
                try await eventually { await well.kept.places == ["\(issue) 1", "\(issue) 2"] })
            #expect(await failing.kept.drains > 0)
            running.cancel()
            try await running.value
            // What one could not carry is left, and what nobody carried yet.
            let waiting = try await fixture.records.outbox.waiting(
                among: ["well", "failing", "new"])
            #expect(waiting == ["failing", "new"])
            let next = Consumer("failing", of: fixture)
            try await Self.reader([next], fixture).drain()
            #expect(await next.kept.places == ["\(issue) 1", "\(issue) 2"])
        }
    }

    @Test("wakes a consumer also for work that no event brings")
    func backlog() async throws {
        try await withFixture { fixture in
            let laggard = Consumer("laggard", of: fixture, isBehind: true)
            let reader = Self.reader([laggard], fixture)
            let running = Task { try await reader.run() }
            #expect(try await eventually { await laggard.kept.drains > 3 })
            running.cancel()
            try await running.value
        }
    }

    @Test("lets simulated time stop just before the first thing that is closed")
    func stops() async throws {
        try await withFixture { fixture in
            let now = fixture.time.now
            let hourly = Consumer("hourly", of: fixture, closingEach: 3600)
            let daily = Consumer("daily", of: fixture, closingEach: 86400)
            let reader = Self.reader([daily, hourly, Consumer("never", of: fixture)], fixture)
            let stop = Instant(microseconds: now.microseconds + 3_600_000_000 - 1)
            #expect(reader.stop(after: now) == stop)
            // Where time stands there already, it stops before the next.
            let one = Consumer("one", of: fixture, closingEach: 0.000_001)
            #expect(
                Self.reader([one], fixture).stop(after: now)
                    == Instant(microseconds: now.microseconds + 1))
            #expect(Self.reader([], fixture).stop(after: now) == nil)
        }
    }

    private static func reader(_ consumers: [Consumer], _ fixture: TestFixture) -> OutboxReader {
        OutboxReader(
            store: fixture.records.outbox, consumers: consumers,
            pollingInterval: .milliseconds(10), observer: TestCluster.observer)
    }
}

/// Keeps what it is given.
private struct Consumer: OutboxConsumer {
    struct Fault: Error {}

    actor Kept {
        private(set) var places: [String] = []
        private(set) var drains = 0

        func keep(_ items: [OutboxItem]) {
            places += items.map { "\($0.event.issue) \($0.event.sequence)" }
        }

        func count() { drains += 1 }
    }

    let reader: String
    let work = RecurringWork.notices
    let kept = Kept()
    private let outbox: OutboxRecords
    private let fails: Bool
    private let isBehind: Bool
    /// Units: seconds.
    private let pace: Double?

    init(
        _ reader: String, of fixture: TestFixture, fails: Bool = false, isBehind: Bool = false,
        closingEach pace: Double? = nil
    ) {
        self.reader = reader
        self.fails = fails
        self.isBehind = isBehind
        self.pace = pace
        outbox = fixture.records.outbox
    }

    func drain() async throws {
        await kept.count()
        while try await outbox.carry(
            reader: reader, limit: 64,
            { items in
                if fails { throw Fault() }
                await kept.keep(items)
            })
        {}
    }

    func hasBacklog() async throws -> Bool { isBehind }

    func closing(after instant: Instant) -> Instant? {
        pace.map { Instant(microseconds: instant.microseconds + Int64($0 * 1_000_000)) }
    }
}
