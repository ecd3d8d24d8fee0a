import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("A clock's whole life")
struct ClockLifeTests {
    @Test("is paused, handed over, extended, adopted, met late by the first deadline, and reopened")
    func wholeLife() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            #expect(try await fixture.resolve(issue).dueAt == (try wall("10-19T17:30")))
            try await pauseAndTransfer(issue, fixture)
            try await extendAndAdopt(issue, fixture)
            try await finishAndReopen(issue, fixture)
            #expect(try await fixture.findings() == [])
        }
    }

    /// The closings of 10-13 and 10-14 lie in the pause.
    private func pauseAndTransfer(_ issue: IssueID, _ fixture: TestFixture) async throws {
        try await fixture.act(
            "suspend", on: issue, by: "industry.handler", ["reason": .text("待企业补充材料")],
            at: try wall("10-13T10:00"))
        #expect(try await fixture.resolve(issue).nextAlarmAt == nil)
        _ = try await fixture.gateway.act(
            fixture.command(
                "resume", on: issue, by: .enterprise(issue, link: 9), at: try wall("10-15T10:00")))
        let resumed = try await fixture.resolve(issue)
        #expect(resumed.dueAt == (try wall("10-21T17:30")))
        try await fixture.act(
            "transfer", on: issue, by: TestFixture.office,
            ["leadUnit": .text("humanResources"), "reason": .text("职责调整")],
            at: try wall("10-15T11:00"))
        let handed = try await fixture.resolve(issue)
        #expect(handed.number == resumed.number && handed.party == "humanResources")
        #expect(handed.dueAt == resumed.dueAt && handed.startedAt == resumed.startedAt)
        try await fixture.act(
            "acknowledge", on: issue, by: "humanResources.handler", key: "again",
            at: try wall("10-15T11:30"))
        try await fixture.act(
            "overruleOpinions", on: issue, by: "humanResources.head",
            ["reason": .text("属地电话确认无异议")], key: "overruled", at: try wall("10-15T11:40"))
    }

    private func extendAndAdopt(_ issue: IssueID, _ fixture: TestFixture) async throws {
        let plan = FieldValue.list([
            .object(["on": .text("2026-10-26"), "what": .text("完成专场招聘")])
        ])
        try await fixture.act(
            "requestExtension", on: issue, by: "humanResources.handler",
            [
                "until": .text("2026-10-28"), "reason": .text("招聘周期较长"), "plan": plan,
            ], at: try wall("10-16T10:00"))
        try await fixture.act(
            "grantExtension", on: issue, by: TestFixture.office,
            ["until": .text("2026-10-28"), "explanation": .text("已告知企业")],
            at: try wall("10-16T11:00"))
        let extended = try await fixture.resolve(issue)
        #expect(extended.dueAt == (try wall("10-28T17:30")))
        #expect(extended.originalDueAt == (try wall("10-19T17:30")))
        try await NextCalendar.publish(try NextCalendar.text(rest: "2026-10-28"), in: fixture)
        _ = try await NextCalendar.adopter(
            fixture, revision: 2, at: "2026-10-19T09:00:00+08:00"
        ).run(through: fixture.batcher)
        let adopted = try await fixture.resolve(issue)
        #expect(adopted.dueAt == (try wall("10-29T17:30")))
        #expect(adopted.originalDueAt == extended.originalDueAt)
        #expect(adopted.calendarRevision == 2)
        #expect(adopted.pauses == extended.pauses)
    }

    private func finishAndReopen(_ issue: IssueID, _ fixture: TestFixture) async throws {
        try await fixture.act(
            "reportResolved", on: issue, by: "humanResources.head", CalendarAdoptionTests.report,
            at: try wall("10-29T16:00"))
        try await fixture.act(
            "approveResolution", on: issue, by: TestFixture.office, ["grade": .text("good")],
            at: try wall("10-30T10:00"))
        let met = try await fixture.resolve(issue)
        // On time by the effective deadline, not by the original one.
        #expect(met.status == .met && met.breachedAt == nil)
        #expect(met.endedAt == (try wall("10-29T16:00")))
        _ = try await fixture.gateway.act(
            fixture.command(
                "evaluate", on: issue, by: .enterprise(issue, link: 9),
                fields: ["evaluation": .text("satisfied")], at: try wall("10-30T11:00")))
        #expect(try await fixture.issue(issue).state == "closedOut")
        try await fixture.act(
            "reopen", on: issue, by: TestFixture.office, ["reason": .text("问题再次发生")],
            at: try wall("11-02T10:00"))
        try await fixture.act(
            "redispatch", on: issue, by: TestFixture.office,
            ["leadUnit": .text("humanResources"), "reason": .text("按复发办理")],
            at: try wall("11-02T11:00"))
        let again = try await fixture.resolve(issue)
        #expect(again.cycle == 2 && again.number > met.number)
        #expect(again.status == .running && again.calendarRevision == 2)
        #expect(again.dueAt == (try wall("11-11T17:30")))
        let first = try await fixture.issue(issue).clocks.first { $0.number == met.number }
        #expect(first == met)
    }

    @Test("goes on with the time that was left where the workflow says `continue`")
    func continued() async throws {
        try await withFixture { fixture in
            var text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
            text = text.replacing(
                "      - {start: resolve}\n", with: "      - {continue: resolve}\n")
            try await NextVersion.publish(text, in: fixture)
            let issue = try await fixture.file()[0]
            // The first dispatch has nothing to go on with: it begins a cycle.
            try await fixture.bring(issue, to: .inHandling)
            #expect(try await fixture.resolve(issue).dueAt == (try wall("10-19T17:30")))
            try await fixture.act(
                "reportResolved", on: issue, by: "industry.head", CalendarAdoptionTests.report,
                at: try wall("10-14T10:00"))
            try await fixture.act(
                "approveResolution", on: issue, by: TestFixture.office, ["grade": .text("good")],
                at: try wall("10-14T11:00"))
            _ = try await fixture.gateway.act(
                fixture.command(
                    "evaluate", on: issue, by: .enterprise(issue, link: 9),
                    fields: ["evaluation": .text("satisfied")], at: try wall("10-15T11:00")))
            try await fixture.act(
                "reopen", on: issue, by: TestFixture.office, ["reason": .text("问题再次发生")],
                at: try wall("10-19T10:00"))
            try await fixture.act(
                "redispatch", on: issue, by: TestFixture.office,
                ["leadUnit": .text("industry"), "reason": .text("按复发办理")],
                at: try wall("10-20T10:00"))
            let clocks = try await fixture.issue(issue).clocks.filter { $0.kind == "resolve" }
            #expect(clocks.count == 2)
            let (first, second) = (clocks[0], clocks[1])
            #expect(first.status == .met && second.cycle == 2)
            #expect(second.startedAt == first.startedAt)
            #expect(
                second.pauses == [
                    Pause(from: try wall("10-14T10:00"), until: try wall("10-20T10:00"))
                ])
            // Three closings were used, 10-10 and 10-12 and 10-13; four are left from 10-20 on.
            #expect(second.dueAt == (try wall("10-23T17:30")))
            #expect(second.originalDueAt == second.dueAt)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("goes on when an alarm says so too")
    func continuedByAlarm() async throws {
        try await withFixture { fixture in
            var text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
            text = text.replacing(
                "effects: [{tell: handler}]", with: "effects: [{continue: firstReport}]")
            try await NextVersion.publish(text, in: fixture)
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await fixture.act(
                "reportProgress", on: issue, by: "industry.handler", ["text": .text("示例进展")],
                at: try wall("10-10T10:00"))
            _ = try await fixture.gateway.settle(issue, at: try wall("10-19T10:00"))
            let clocks = try await fixture.issue(issue).clocks.filter { $0.kind == "firstReport" }
            #expect(clocks.map(\.cycle) == [1, 2])
            #expect(clocks.last?.startedAt == clocks.first?.startedAt)
            #expect(try await fixture.findings() == [])
        }
    }
}
