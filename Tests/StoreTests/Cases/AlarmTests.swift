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
        let late = try await history { fixture in
            _ = try await fixture.sweeper().sweep(until: Instant(rfc3339: Self.end))
        }
        let inTime = try await history { fixture in
            let end = try Instant(rfc3339: Self.end)
            while let alarm = try await fixture.records.alarms.nextAlarm(), alarm <= end {
                _ = try await fixture.sweeper().sweep(until: alarm)
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
        _ body: @escaping @Sendable (TestFixture) async throws -> Void
    ) async throws -> [IssueEvent] {
        let result = Kept()
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .dispatched)
            try await body(fixture)
            await result.keep(try await fixture.events(issue))
            #expect(try await fixture.findings() == [])
        }
        return await result.events
    }

    @Test("that many sweep at once ring once")
    func sweptAtOnce() async throws {
        try await withDatabase { database in
            let fixtures = [try await TestFixture(database), try await TestFixture(database)]
            let issues = try await fixtures[0].file(count: 20)
            let end = try Instant(rfc3339: Self.end)
            async let one = fixtures[0].sweeper().sweep(until: end)
            async let other = fixtures[1].sweeper().sweep(until: end)
            let counts = try await [one, other]
            let written = try await fixtures[0].records.issues.issues(issues).map {
                $0.sequence - 1
            }
            #expect(counts.reduce(0, +) == written.reduce(0, +))
            #expect(Set(written).count == 1)
            #expect(try await fixtures[0].findings() == [])
            for fixture in fixtures { await fixture.close() }
        }
    }

    @Test("that passed are written before the action that comes too late")
    func settledFirst() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let late = try Instant(rfc3339: "2026-10-12T18:30:00+08:00")
            let outcome = try await fixture.act(
                "accept", on: issue, by: TestFixture.office, at: late)
            let events = try await fixture.events(issue)
            #expect(events.map(\.action) == ["file", "climbPastOffice", "accept"])
            #expect(outcome.event.sequence == 3)
            #expect(events[1].at < late)
            let breaches = try await rows(
                fixture,
                "SELECT (breached_at = original_due_at)::text FROM clock WHERE kind = 'accept'")
            #expect(breaches == ["true"])
        }
    }

    @Test("are led by one process, and by the other when it goes")
    func leadership() async throws {
        try await withDatabase { database in
            let fixtures = [try await TestFixture(database), try await TestFixture(database)]
            #expect(try await fixtures[0].records.alarms.leadsAlarms())
            #expect(try await fixtures[0].records.alarms.leadsAlarms())
            #expect(try await !fixtures[1].records.alarms.leadsAlarms())
            await fixtures[0].close()
            #expect(try await eventually { try await fixtures[1].records.alarms.leadsAlarms() })
            await fixtures[1].close()
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
