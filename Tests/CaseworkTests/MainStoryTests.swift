import Casework
import Testing
import Workflow
import WorkingTime

@Suite struct `The main story` {
    @Test func `runs from filing to closing out, state and event at each step`() throws {
        var story = try Story("10-09 09:00")
        #expect(story.issue.state == "submitted")
        #expect(story.events[0].from == "unborn")
        #expect(try story.clock("accept")?.dueAt == instant("10-10 17:30"))
        try check(&story, "accept", "office.410102", "10-09 09:20", "submitted", "accepted")
        try check(
            &story, "triage", "office.410102", "10-09 09:30", "accepted", "accepted",
            ["class": "C"])
        try check(
            &story, "dispatch", "office.410102", "10-09 10:00", "accepted", "dispatched",
            ["leadUnit": "industry", "supportingUnits": .list(["commerce"]), "reason": "示例"])
        try check(
            &story, "acknowledge", "industry.handler", "10-09 11:00", "dispatched", "inHandling")
        try check(
            &story, "claim", "industry.handler", "10-09 11:10", "inHandling", "inHandling")
        try check(
            &story, "reportProgress", "industry.handler", "10-12 09:30", "inHandling",
            "inHandling", ["text": "已对接"])
        for unit in ["commerce.handler", "division.410102"] {
            try check(
                &story, "giveOpinion", unit, "10-12 10:00", "inHandling", "inHandling",
                ["opinion": "无异议"])
        }
        try check(
            &story, "proposeResolution", "industry.handler", "10-13 10:00", "inHandling",
            "awaitingSignOff",
            [
                "reply": "已解决", "result": "solved", "outcome": Story.outcome,
                "evidence": Story.evidence,
            ])
        try check(
            &story, "reportResolved", "industry.head", "10-13 11:00", "awaitingSignOff",
            "reportedResolved", ["evidence": Story.evidence])
        try check(
            &story, "approveResolution", "office.410102", "10-13 15:00", "reportedResolved",
            "awaitingEvaluation", ["grade": "good"])
        #expect(story.events.last?.body.link?.number == 2)
        try check(
            &story, "evaluate", "enterprise", "10-14 09:00", "awaitingEvaluation", "closedOut",
            ["evaluation": "satisfied"])
        #expect(story.issue.liveClocks.isEmpty)
        #expect(story.issue.clocks.first { $0.kind == "resolve" }?.status == .met)
        #expect(story.issue.clocks.allSatisfy { $0.breachedAt == nil })
        #expect(story.issue.attributes.level == 0)
        #expect(story.issue.attributes[.closedAt]?.text == ("2026-10-14T01:00:00Z"))
    }

    private func check(
        _ story: inout Story, _ action: String, _ who: String, _ at: String, _ from: String,
        _ to: String, _ fields: [String: FieldValue] = [:]
    ) throws {
        let event = try story.take(action, by: who, at: at, fields)
        #expect(event.action == action)
        #expect(event.from == from)
        #expect(event.to == to)
        #expect(story.issue.state == to)
        #expect(event.sequence == story.issue.sequence)
        #expect(try event.at == instant(at))
        #expect(event.by.person == (try story.principal(who).personID))
    }

    @Test(arguments: [
        ("acknowledge", "10-09 15:30"), ("arrange", "10-10 17:30"), ("objection", "10-10 17:30"),
        ("firstReport", "10-13 17:30"), ("support", "10-13 17:30"), ("resolve", "10-19 17:30"),
    ])
    func `a dispatch on Friday 10-09 starts its clocks over the working Saturday`(
        kind: String, due: String
    ) throws {
        let story = try Story.dispatched()
        #expect(try story.clock(kind)?.dueAt == instant(due))
        #expect(try story.clock(kind)?.startedAt == instant("10-09 10:00"))
        #expect(story.clock(kind)?.isProvisional == false)
    }

    @Test func `a class names other limits, and none starts no clock`() throws {
        let inquiry = try Story.dispatched(class: "D")
        #expect(try inquiry.clock("resolve")?.dueAt == instant("10-10 17:30"))
        #expect(inquiry.clock("arrange") == nil)
        #expect(inquiry.clock("objection") == nil)
        let urgent = try Story.dispatched(class: "U")
        #expect(try urgent.clock("acknowledge")?.dueAt == instant("10-09 12:00"))
        #expect(try urgent.clock("firstReport")?.dueAt == instant("10-10 10:00"))
        let major = try Story.dispatched(class: "A")
        #expect(try major.clock("resolve")?.dueAt == instant("11-09 17:30"))
    }
}
