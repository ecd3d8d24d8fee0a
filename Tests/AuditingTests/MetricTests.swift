import AuditSamples
import Auditing
import Casework
import Testing
import Workflow
import WorkingTime

@Suite("Figures of a month")
struct MetricTests {
    @Test("an issue that went well counts in every rate it belongs to")
    func smooth() throws {
        let figures = try Figures(SampleHistory.closed())
        for metric: Metric in [
            .responseRate, .acknowledgedOnTimeRate, .completionRate, .onTimeRate,
            .onTimeRateEffective, .solvedRate, .satisfactionRate, .evaluationRate,
        ] { #expect(figures[metric] == "1/1 100.0", "\(metric)") }
        for metric: Metric in [
            .sendBackRate, .misdispatchRate, .extensionRate, .overdueRate, .reworkRate,
            .recurrenceRate, .escalationRate, .escalationRateLevel1,
        ] { #expect(figures[metric] == "0/1 0.0", "\(metric)") }
        #expect(figures[.averageDispatches] == "1/1 1.0")
        #expect(figures[.score] == "100000000/1000000 100.0")
    }

    @Test("figures stand by unit, division and dispatching level too")
    func groups() throws {
        let figures = try Figures(SampleHistory.closed())
        #expect(figures[.onTimeRate, .unit("FIN")] == "1/1 100.0")
        #expect(figures[.onTimeRate, .division("410105")] == "1/1 100.0")
        #expect(figures[.onTimeRate, .level(.district)] == "1/1 100.0")
        #expect(figures[.onTimeRate, .level(.city)] == "no such figure")
        #expect(figures[.misdispatchRate, .unit("JS-OFFICE")] == "0/1 0.0")
    }

    @Test("nothing to count prints a dash, never 100 %")
    func empty() throws {
        let figures = try Figures([])
        #expect(figures[.onTimeRate] == "0/0 —")
        #expect(figures[.score] == "0/0 —")
        #expect(figures[.yellowCards] == "0/1 0")
    }

    @Test(
        "an issue that ended before its work did stands in no denominator of dispatches",
        arguments: ["merged", "divided", "declined", "withdrawn"])
    func undone(state: String) throws {
        var history = try SampleHistory(2)
        try history.dispatch()
        let ended = try SampleWorld.at("2026-10-12T10:00")
        let cancelled = history.clock(3) { clock in
            clock.status = .cancelled
            clock.endedAt = ended
        }
        try history.act("end", to: state, at: "2026-10-12T10:00", clocks: [cancelled])
        let figures = try Figures([SampleHistory.closed(1), history])
        #expect(figures[.averageDispatches] == "1/1 1.0")
        #expect(figures[.sendBackRate] == "0/1 0.0")
        #expect(figures[.misdispatchRate] == "0/1 0.0")
        let isElsewhere = ["merged", "divided"].contains(state)
        #expect(figures[.completionRate] == (isElsewhere ? "1/1 100.0" : "1/2 50.0"))
        #expect(figures[.onTimeRate] == "1/1 100.0")
    }

    @Test("a breach stays with the issue that is merged after it")
    func mergedLate() throws {
        var history = try SampleHistory()
        try history.dispatch()
        let due = history.issue.clocks[2].dueAt
        let late = history.clock(3) { $0.breachedAt = due }
        try history.act("breach", at: "2026-10-19T17:30", clocks: [late])
        let ended = try SampleWorld.at("2026-10-22T10:00")
        let cancelled = history.clock(3) { clock in
            clock.status = .cancelled
            clock.endedAt = ended
        }
        try history.act("merge", to: "merged", at: "2026-10-22T10:00", clocks: [cancelled])
        let figures = try Figures(history)
        #expect(figures[.onTimeRate] == "0/1 0.0" && figures[.overdueRate] == "1/1 100.0")
        #expect(figures[.averageDispatches] == "0/0 —")
    }

    @Test("an automatic acknowledgement is late")
    func automaticAcknowledgement() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.act(
            "acknowledgeAutomatically", to: "inHandling", at: "2026-10-08T15:30",
            clocks: [try history.ended(1, at: "2026-10-08T15:30", .met)])
        #expect(try Figures(history)[.acknowledgedOnTimeRate] == "0/1 0.0")
    }

    @Test("an extension saves the effective deadline, not the original one")
    func extended() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.acknowledge()
        let moved = try SampleWorld.at("2026-10-26T17:30")
        try history.act(
            "grantExtension", at: "2026-10-14T10:00", by: SampleWorld.officer, as: .districtOffice,
            count: ["extensions"], clocks: [history.clock(3) { $0.dueAt = moved }])
        try history.report(at: "2026-10-22T10:00")
        try history.approve(at: "2026-10-22T11:00")
        let figures = try Figures(history)
        #expect(figures[.onTimeRate] == "0/1 0.0")
        #expect(figures[.onTimeRateEffective] == "1/1 100.0")
        #expect(figures[.extensionRate] == "1/1 100.0")
        #expect(figures[.overdueRate] == "0/1 0.0")
        #expect(figures[.averageOverdueWorkingDays] == "0/0 —")
    }

    @Test("an overdue issue counts its working days, to the month's end while it runs")
    func overdue() throws {
        var late = try SampleHistory(1)
        try late.dispatch()
        try late.acknowledge()
        try late.report(at: "2026-10-22T18:00")
        try late.approve(at: "2026-10-23T09:00")
        var running = try SampleHistory(2)
        try running.dispatch(due: "2026-10-27T17:30")
        let figures = try Figures(late, running)
        #expect(figures[.overdueRate] == "2/2 100.0")
        // 20, 21, 22 October; and 28, 29, 30 October.
        #expect(figures[.averageOverdueWorkingDays] == "6/2 3.0")
        #expect(figures[.responseRate] == "1/2 50.0")
    }

    @Test("a dissatisfied enterprise counts as evaluated, and brings a rework")
    func dissatisfied() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.acknowledge()
        try history.report(at: "2026-10-12T10:00")
        try history.approve(at: "2026-10-12T16:00")
        try history.evaluate("dissatisfied", at: "2026-10-13T09:00")
        let figures = try Figures(history, SampleHistory.closed(2))
        #expect(figures[.satisfactionRate] == "1/2 50.0")
        #expect(figures[.reworkRate] == "1/2 50.0")
        #expect(figures[.evaluationRate] == "1/1 100.0")
        #expect(figures[.completionRate] == "1/2 50.0")
    }

    @Test("no answer is not satisfaction")
    func notEvaluated() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.report(at: "2026-10-12T10:00", result: "explained")
        try history.approve(at: "2026-10-12T16:00")
        try history.followUp(at: "2026-10-20T10:00")
        let figures = try Figures(history)
        #expect(figures[.satisfactionRate] == "0/0 —")
        #expect(figures[.evaluationRate] == "0/1 0.0")
        #expect(figures[.solvedRate] == "0/1 0.0")
    }

    @Test("an issue that comes back was not solved")
    func reopened() throws {
        var history = try SampleHistory.closed()
        try history.act(
            "reopen", to: "rework", at: "2026-10-20T09:00", by: SampleWorld.officer,
            as: .districtOffice, count: ["recurrences"])
        let figures = try Figures(history)
        #expect(figures[.solvedRate] == "0/1 0.0")
        #expect(figures[.recurrenceRate] == "1/1 100.0")
        #expect(figures[.completionRate] == "0/1 0.0")
    }

    @Test("a send-back that is upheld is charged to the office that dispatched")
    func misdispatched() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.act(
            "sendBack", to: "sendBackReview", at: "2026-10-08T14:00", by: SampleWorld.handler,
            as: .unitHead, count: ["sendBacks"])
        try history.act(
            "uphold", to: "dispatched", at: "2026-10-08T16:00", by: SampleWorld.officer,
            as: .districtOffice, set: ["leadUnit": .text("IND")],
            count: ["upheldSendBacks", "dispatches"])
        let figures = try Figures(history)
        #expect(figures[.sendBackRate, .unit("FIN")] == "1/1 100.0")
        #expect(figures[.sendBackRate, .unit("IND")] == "0/1 0.0")
        #expect(figures[.misdispatchRate, .unit("JS-OFFICE")] == "1/2 50.0")
        #expect(figures[.misdispatchRate, .unit("FIN")] == "0/0 —")
        #expect(figures[.averageDispatches] == "2/1 2.0")
    }

    @Test("levels and cards count where they were given")
    func escalated() throws {
        var history = try SampleHistory()
        try history.dispatch()
        try history.act(
            "escalate", at: "2026-10-22T17:30", set: ["level": .integer(2)], count: ["yellowCards"])
        try history.act("giveRedCard", at: "2026-10-26T17:30", count: ["redCards"])
        let figures = try Figures(history)
        #expect(figures[.escalationRate] == "1/1 100.0")
        #expect(figures[.escalationRateLevel2] == "1/1 100.0")
        #expect(figures[.escalationRateLevel3] == "0/1 0.0")
        #expect(figures[.yellowCards] == "1/1 1")
        #expect(figures[.redCards, .unit("FIN")] == "1/1 1")
    }
}
