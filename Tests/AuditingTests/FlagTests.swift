import AuditSamples
import Auditing
import Casework
import Testing
import Workflow
import WorkingTime

@Suite("Integrity flags")
struct FlagTests {
    @Test("a sound history has none")
    func sound() throws {
        #expect(try flags(of: SampleHistory.closed()) == [])
    }

    @Test("closed without evidence")
    func noEvidence() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.acknowledge()
        try history.report(at: "2026-10-12T10:00", evidence: [])
        try history.approve(at: "2026-10-12T16:00")
        try history.evaluate("satisfied", at: "2026-10-13T09:00")
        #expect(try flags(of: history) == [.closedWithoutEvidence])
    }

    @Test("answered within ten minutes", arguments: [("11:10", true), ("11:11", false)])
    func hasty(time: String, isFlagged: Bool) throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.acknowledge(at: "2026-10-08T11:00")
        try history.report(at: "2026-10-08T\(time)")
        #expect(try flags(of: history) == (isFlagged ? [.answeredWithinMinutes] : []))
    }

    @Test("the same words three times, white space aside")
    func repeated() throws {
        let histories = [
            try SampleHistory.closed(1, reply: "已 办理"), try SampleHistory.closed(2, reply: "已  办理"),
            try SampleHistory.closed(3, reply: " 已\n办理"),
        ]
        #expect(try flags(of: histories[0], among: histories) == [.repeatedReply])
        #expect(try flags(of: histories[0], among: Array(histories.prefix(2))) == [])
    }

    @Test("the contact's telephone is an officer's own")
    func samePhone() throws {
        var history = try SampleHistory()
        try history.act(
            "amend", at: "2026-10-08T09:30", by: SampleWorld.officer, as: .serviceOfficer,
            narrative: Narrative(
                title: "t", description: "d", contact: .init(name: "x", phone: "+86 138-0000-1111"),
                needs: nil))
        try history.dispatch()
        try history.acknowledge()
        try history.report(at: "2026-10-12T10:00")
        try history.approve(at: "2026-10-12T16:00")
        try history.evaluate("satisfied", at: "2026-10-13T09:00")
        #expect(try flags(of: history) == [.evaluatorIsInvolved])
    }

    @Test("ten closings by one person within a minute", arguments: [(10, true), (9, false)])
    func bulk(count: Int, isFlagged: Bool) throws {
        let histories = try (1...count).map { number in
            var history = try SampleHistory(Int64(number))
            try history.dispatch()
            try history.report(at: "2026-10-12T10:00", reply: "\(number)")
            try history.approve(at: "2026-10-12T16:00")
            try history.followUp(at: "2026-10-20T10:00:\(number + 10)")
            return history
        }
        #expect(try flags(of: histories[0], among: histories) == (isFlagged ? [.closedInBulk] : []))
    }

    @Test("closed in the last hour of the month")
    func lastHour() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.report(at: "2026-10-12T10:00")
        try history.approve(at: "2026-10-12T16:00")
        try history.followUp(at: "2026-10-31T23:00")
        #expect(try flags(of: history) == [.closedInLastHour])
    }

    @Test("a deadline that moved after it had passed")
    func movedLate() throws {
        var history = try SampleHistory()
        try history.dispatch()
        let moved = try SampleWorld.at("2026-10-26T17:30")
        try history.act(
            "grantExtension", at: "2026-10-20T10:00",
            clocks: [history.clock(3) { $0.dueAt = moved }])
        #expect(try flags(of: history) == [.deadlineChangedAfterPassing])
    }

    @Test("a deadline that a revised calendar moved, also after it had passed")
    func movedByCalendar() throws {
        var history = try SampleHistory()
        try history.dispatch()
        func adopted(_ moved: [CalendarChange.Moved]) -> CalendarChange {
            CalendarChange(calendar: "cn", revision: 2, moved: moved)
        }
        var pinned = history.clock(3) { _ in }
        try history.act(
            "adoptCalendar", at: "2026-10-09T10:00", clocks: [pinned], adoption: adopted([]))
        #expect(try flags(of: history) == [])
        let moved = CalendarChange.Moved(clock: 3, from: pinned.dueAt, inPlaceOf: nil)
        pinned.dueAt = try SampleWorld.at("2026-10-20T17:30")
        try history.act(
            "adoptCalendar", at: "2026-10-19T19:00", clocks: [pinned], adoption: adopted([moved]))
        #expect(try flags(of: history) == [.deadlineMovedByCalendar])
    }

    @Test("a breach in whose place another run goes on counts in no figure")
    func saved() throws {
        var history = try SampleHistory()
        try history.dispatch()
        let due = try SampleWorld.at("2026-10-19T17:30")
        let end = try SampleWorld.at("2026-11-01T00:00")
        var clock = history.clock(3) { $0.breachedAt = due }
        #expect(clock.verdict(asOf: due.adding(seconds: 3600)) == .late)
        clock.status = .cancelled
        clock.endedAt = due.adding(seconds: 3600)
        #expect(clock.verdict(asOf: end) == .late)
        clock.breachLiftedAt = clock.endedAt
        #expect(clock.verdict(asOf: end) == .undecided)
        #expect(clock.originalVerdict(asOf: end) == .undecided)
        let calendars = try SampleWorld.make().calendars
        #expect(try clock.overdueWorkingSeconds(asOf: end, by: calendars) == 0)
    }

    @Test("a pause that began before the deadline may move it after")
    func resumed() throws {
        var history = try SampleHistory()
        try history.dispatch()
        let from = try SampleWorld.at("2026-10-16T10:00")
        let until = try SampleWorld.at("2026-10-21T10:00")
        let moved = try SampleWorld.at("2026-10-22T17:30")
        let paused = history.clock(3) { clock in
            clock.status = .paused
            clock.pauses = [Pause(from: from, until: nil)]
        }
        try history.act("suspend", at: "2026-10-16T10:00", clocks: [paused])
        let resumed = history.clock(3) { clock in
            clock.status = .running
            clock.pauses = [Pause(from: from, until: until)]
            clock.dueAt = moved
        }
        try history.act("resume", at: "2026-10-21T10:00", clocks: [resumed])
        #expect(try flags(of: history) == [])
    }

    @Test(
        "handled in another issue within a working day of the deadline",
        arguments: [
            ("merged", "2026-10-15T16:00", false), ("merged", "2026-10-16T09:00", true),
            ("divided", "2026-10-19T17:00", true), ("merged", "2026-10-20T17:00", true),
            ("merged", "2026-10-21T09:00", false), ("withdrawn", "2026-10-19T17:00", false),
        ])
    func endedElsewhere(state: String, at: String, isFlagged: Bool) throws {
        var history = try SampleHistory()
        try history.dispatch()
        let ended = try SampleWorld.at(at)
        let cancelled = history.clock(3) { clock in
            clock.status = .cancelled
            clock.endedAt = ended
        }
        try history.act("merge", to: state, at: at, clocks: [cancelled])
        #expect(try flags(of: history) == (isFlagged ? [.endedElsewhereAtDeadline] : []))
    }

    @Test("satisfaction too good for the few who evaluated")
    func implausible() throws {
        let unevaluated = try (2...4).map { number in
            var history = try SampleHistory(Int64(number))
            try history.dispatch()
            try history.report(at: "2026-10-12T10:00")
            try history.approve(at: "2026-10-12T16:00")
            try history.followUp(at: "2026-10-20T10:00")
            return history
        }
        let figures = try Figures([SampleHistory.closed(1)] + unevaluated)
        let rate = figures.values.first {
            $0.metric == .satisfactionRate && $0.group == .unit("FIN")
        }
        #expect(rate?.flags == [.implausibleSatisfaction])
        // 20 and 40 for time and solution, 10 for response; 30 · 1 · (0.25 / 0.6) for satisfaction.
        #expect(figures[.score] == "82500000/1000000 82.5")
    }

    private func flags(
        of history: SampleHistory, among all: [SampleHistory]? = nil
    ) throws -> [IntegrityFlag] {
        let month = try SampleWorld.month()
        let world = try SampleWorld.make()
        var audit = MonthlyAudit(month: month, world: world)
        for each in all ?? [history] { try audit.add(each.recorded) }
        return FlagCheck(
            record: try FoldedRecord(
                history.recorded, month: month, definitions: world.definitions),
            month: month, patterns: audit.monthPatterns(), directory: world.directory,
            calendars: world.calendars
        ).flags()
    }
}
