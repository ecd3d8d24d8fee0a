import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import WorkingTime

@Suite("Alarms on PostgreSQL")
struct AlarmTests {
    private static let end = "2026-12-01T09:00:00+08:00"

    @Test("ring once each, and a sweeper that comes late writes the same events")
    func lateIsTheSame() async throws {
        let late = try await history { house in
            _ = try await house.sweeper().sweep(until: Instant(rfc3339: Self.end))
        }
        let inTime = try await history { house in
            let end = try Instant(rfc3339: Self.end)
            while let alarm = try await house.records.alarms.nextAlarm(), alarm <= end {
                _ = try await house.sweeper().sweep(until: alarm)
            }
        }
        #expect(late == inTime)
        let actions = late.map(\.action)
        for action in ["warn", "breach", "remindOverdue", "escalate", "giveRedCard"] {
            #expect(actions.filter { $0 == action }.count == 1, "\(action)")
        }
    }

    /// The events of one dispatched issue, after what the body does.
    private func history(
        _ body: @escaping @Sendable (TestHouse) async throws -> Void
    ) async throws -> [IssueEvent] {
        let result = Kept()
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .dispatched)
            try await body(house)
            await result.keep(try await house.events(issue))
            #expect(try await house.findings() == [])
        }
        return await result.events
    }

    @Test("that many sweep at once ring once")
    func sweptAtOnce() async throws {
        try await withDatabase { database in
            let houses = [try await TestHouse(database), try await TestHouse(database)]
            let issues = try await houses[0].file(count: 20)
            let end = try Instant(rfc3339: Self.end)
            async let one = houses[0].sweeper().sweep(until: end)
            async let other = houses[1].sweeper().sweep(until: end)
            let counts = try await [one, other]
            let written = try await houses[0].records.issues.issues(issues).map { $0.sequence - 1 }
            #expect(counts.reduce(0, +) == written.reduce(0, +))
            #expect(Set(written).count == 1)
            #expect(try await houses[0].findings() == [])
            for house in houses { await house.close() }
        }
    }

    @Test("that passed are written before the action that comes too late")
    func settledFirst() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            let late = try Instant(rfc3339: "2026-10-12T18:30:00+08:00")
            let outcome = try await house.act("accept", on: issue, by: TestHouse.office, at: late)
            let events = try await house.events(issue)
            #expect(events.map(\.action) == ["file", "climbPastOffice", "accept"])
            #expect(outcome.event.sequence == 3)
            #expect(events[1].at < late)
            let breaches = try await rows(
                house,
                "SELECT (breached_at = original_due_at)::text FROM clock WHERE kind = 'accept'")
            #expect(breaches == ["true"])
        }
    }

    @Test("are led by one process, and by the other when it goes")
    func leadership() async throws {
        try await withDatabase { database in
            let houses = [try await TestHouse(database), try await TestHouse(database)]
            #expect(try await houses[0].records.alarms.leadsAlarms())
            #expect(try await houses[0].records.alarms.leadsAlarms())
            #expect(try await !houses[1].records.alarms.leadsAlarms())
            await houses[0].close()
            #expect(try await eventually { try await houses[1].records.alarms.leadsAlarms() })
            await houses[1].close()
        }
    }
}

private actor Kept {
    private(set) var events: [IssueEvent] = []

    func keep(_ events: [IssueEvent]) { self.events = events }
}

/// Asks again until the answer is yes, for a minute at most.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<6000 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
