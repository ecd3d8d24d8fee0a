import AuditSamples
import Auditing
import Casework
import Testing
import Workflow
import WorkingTime

/// The next version calls things by each other's names.
@Suite("Figures of issues that went over to a version in which names mean something else")
struct ReboundNameTests {
    @Test("take a state as what it was in the version that led there")
    func states() throws {
        let next = Self.exchanging("closedOut", "rework")
        var history = try Self.approved()
        try history.evaluate("dissatisfied", at: "2026-10-13T09:00")
        try history.moveOn(to: "closedOut", at: "2026-10-14T09:00")
        let open = try Figures(history, next: next)
        #expect(open[.completionRate] == "0/1 0.0")
        #expect(open[.recurrenceRate] == "0/0 —")
        #expect(open[.solvedRate] == "0/0 —")

        try history.act("close", to: "rework", at: "2026-10-15T09:00")
        let closed = try Figures(history, next: next)
        #expect(closed[.completionRate] == "1/1 100.0")
        #expect(closed[.recurrenceRate] == "0/1 0.0")
        #expect(closed[.solvedRate] == "1/1 100.0")
    }

    @Test("take as an ending only what the version calls so that led there")
    func endings() throws {
        var history = try Self.approved()
        try history.evaluate("dissatisfied", at: "2026-11-02T09:00")
        try history.moveOn(to: "closedOut", at: "2026-11-03T09:00")
        let november = try Figures(
            history, month: try SampleWorld.month("2026-11"),
            next: Self.exchanging("closedOut", "rework"))
        #expect(november[.averageDispatches] == "0/0 —")
        #expect(november[.satisfactionRate] == "0/1 0.0")
    }

    @Test("take an action and a value as what they were when they were recorded")
    func values() throws {
        let next = SampleWorld.workflow(calling: [
            "satisfied": "dissatisfied", "dissatisfied": "satisfied", "evaluate": "acknowledge",
            "acknowledge": "evaluate",
        ])
        var history = try Self.approved()
        try history.evaluate("dissatisfied", at: "2026-10-13T09:00")
        try history.moveOn(to: "rework", at: "2026-10-14T09:00")
        try history.act("evaluate", at: "2026-10-14T10:00", set: ["evaluation": .text("satisfied")])
        try history.act(
            "acknowledge", to: "closedOut", at: "2026-10-15T09:00", as: .enterprise,
            set: ["evaluation": .text("dissatisfied")])
        let figures = try Figures(history, next: next)
        #expect(figures[.satisfactionRate] == "1/2 50.0")
        #expect(figures[.evaluationRate] == "1/1 100.0")
    }

    @Test("read a result by the version that gave it, though another closes the issue")
    func results() throws {
        let next = SampleWorld.workflow(calling: ["solved": "explained"])
        var history = try Self.approved()
        try history.moveOn(to: "awaitingEvaluation", at: "2026-10-12T17:00")
        try history.evaluate("satisfied", at: "2026-10-13T09:00")
        #expect(try Figures(history, next: next)[.solvedRate] == "1/1 100.0")
    }

    @Test("count what each version counted, once")
    func counters() throws {
        let next = Self.exchanging("dispatches", "sendBacks")
        var history = try SampleHistory()
        try history.dispatch()
        try history.moveOn(to: "dispatched", at: "2026-10-08T11:00")
        try history.act(
            "sendBack", to: "sendBackReview", at: "2026-10-08T14:00", by: SampleWorld.handler,
            as: .unitHead, count: ["dispatches"])
        try history.act(
            "dispatch", to: "dispatched", at: "2026-10-08T15:00", by: SampleWorld.officer,
            as: .districtOffice, count: ["sendBacks"])
        let figures = try Figures(history, next: next)
        #expect(figures[.averageDispatches] == "2/1 2.0")
        #expect(figures[.sendBackRate] == "1/2 50.0")
        let record = try FoldedRecord(
            history.recorded, month: try SampleWorld.month(),
            definitions: try SampleWorld.make(next: next).definitions)
        #expect(record.dispatchCount == 2 && record.sendBackCount == 1)
    }

    @Test("take a clock as what it was when it was started")
    func clocks() throws {
        let next = Self.exchanging("resolve", "firstReport")
        var history = try Self.approved()
        try history.moveOn(to: "awaitingEvaluation", at: "2026-10-12T17:00")
        let figures = try Figures(history, next: next)
        #expect(figures[.onTimeRate] == "1/1 100.0")
        #expect(figures[.responseRate] == "1/1 100.0")
        #expect(figures[.acknowledgedOnTimeRate] == "1/1 100.0")
    }

    private static func exchanging(_ one: String, _ other: String) -> WorkflowDefinition {
        SampleWorld.workflow(calling: [one: other, other: one])
    }

    private static func approved() throws -> SampleHistory {
        var history = try SampleHistory()
        try history.dispatch()
        try history.acknowledge()
        try history.report(at: "2026-10-12T10:00")
        try history.approve(at: "2026-10-12T16:00")
        return history
    }
}
