import AuditSamples
import Auditing
import Casework
import Testing
import WorkingTime

@Suite("As of the month's end")
struct MonthEndTests {
    @Test("the month turns at 16:00 UTC in Zhengzhou")
    func boundary() throws {
        let month = try SampleWorld.month()
        #expect(month.range.lowerBound == (try Instant(rfc3339: "2026-09-30T16:00:00Z")))
        #expect(month.range.upperBound == (try Instant(rfc3339: "2026-10-31T16:00:00Z")))
        var last = try SampleHistory.closed(1)
        try last.act("giveRedCard", at: "2026-10-31T23:59", count: ["redCards"])
        try last.act("giveRedCard", at: "2026-11-01T00:00", count: ["redCards"])
        #expect(try Figures(last)[.redCards] == "1/1 1")
    }

    @Test("what came later changes neither figures nor the issue")
    func later() throws {
        var history = try SampleHistory()
        try history.dispatch(due: "2026-11-05T17:30")
        try history.acknowledge()
        let before = try Figures(history)
        let month = try SampleWorld.month()
        let world = try SampleWorld.make()
        let folded = try FoldedRecord(
            history.recorded, month: month, definitions: world.definitions)
        try history.report(at: "2026-11-03T10:00")
        try history.approve(at: "2026-11-03T11:00")
        try history.act("escalate", at: "2026-11-04T10:00", set: ["level": .integer(3)])
        try history.evaluate("satisfied", at: "2026-11-05T09:00")
        #expect(try Figures(history).values == before.values)
        let again = try FoldedRecord(
            history.recorded, month: month, definitions: world.definitions)
        #expect(again.issue == folded.issue)
        #expect(again.issue.state == "inHandling")
        #expect(again.resolveClock?.status == .running)
    }

    @Test("an issue that was filed later is not there")
    func unborn() throws {
        let history = try SampleHistory(1, filedAt: "2026-11-01T00:00")
        let record = try FoldedRecord(
            history.recorded, month: SampleWorld.month(),
            definitions: SampleWorld.make().definitions)
        #expect(!record.isBorn)
        #expect(try record.belongs(to: SampleWorld.month()) == false)
    }

    @Test("a deadline counts in its month, though the work was done in the month before")
    func early() throws {
        var history = try SampleHistory()
        try history.dispatch(due: "2026-11-05T17:30")
        try history.report(at: "2026-10-22T18:00")
        try history.approve(at: "2026-10-23T09:00")
        try history.followUp(at: "2026-10-30T09:00")
        #expect(try Figures(history)[.onTimeRate] == "0/0 —")
        let november = try Figures(history, month: SampleWorld.month("2026-11"))
        #expect(november[.onTimeRate] == "1/1 100.0")
        #expect(november[.solvedRate] == "0/0 —")
    }

    @Test("in a month that is not over, deadlines ahead are no failures")
    func unfinished() throws {
        var history = try SampleHistory()
        try history.dispatch()
        let month = try SampleWorld.month(until: SampleWorld.at("2026-10-15T09:00"))
        #expect(!month.isComplete)
        let figures = try Figures(history, month: month)
        #expect(figures[.onTimeRate] == "0/0 —")
        #expect(figures[.responseRate] == "0/1 0.0")
    }

    @Test("a mark that no event holds yet is noticed")
    func unwritten() throws {
        var history = try SampleHistory()
        try history.dispatch()
        let due = try SampleWorld.at("2026-10-19T17:30")
        try history.act(
            "note", at: "2026-10-09T10:00",
            clocks: [
                history.clock(3) { clock in
                    clock.nextMark = "due"
                    clock.nextAlarmAt = due
                }
            ])
        let record = try FoldedRecord(
            history.recorded, month: SampleWorld.month(),
            definitions: SampleWorld.make().definitions)
        #expect(try record.unwrittenMark(in: SampleWorld.month())?.name == "due")
    }
}
