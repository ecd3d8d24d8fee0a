import Casework
import Testing
import Workflow

@Suite struct `Clocks through rejection, transfer, class and rework` {
    @Test func `a rejection releases resolve with its old deadline`() throws {
        var story = try Story.inHandling()
        try story.reportResolved(at: "10-19 10:00", signedAt: "10-19 10:30")
        #expect(story.clock("resolve")?.status == .held)
        try story.wait(until: "10-20 08:59")
        #expect(!story.events.contains { $0.action == "breach" })
        try story.take("rejectResolution", by: "office.410102", at: "10-20 09:00", ["unmet": "示例"])
        #expect(try story.clock("resolve")?.dueAt == instant("10-19 17:30"))
        try story.wait(until: "10-20 09:00")
        #expect(story.history.last == "breach 10-20 09:00")
        #expect(try story.clock("resolve")?.breachedAt == instant("10-19 17:30"))
    }

    @Test func `a transfer keeps resolve, for the new lead, and renews the receiver's clocks`()
        throws
    {
        var story = try Story.inHandling(supporting: ["finance"])
        try story.take(
            "transfer", by: "office.410102", at: "10-13 09:00",
            ["leadUnit": "commerce", "supportingUnits": .list([]), "reason": "示例"])
        #expect(story.issue.state == "dispatched")
        #expect(story.issue.attributes[.previousLead] == .text("industry"))
        #expect(try story.clock("resolve")?.dueAt == instant("10-19 17:30"))
        #expect(try story.clock("acknowledge")?.dueAt == instant("10-13 14:30"))
        let parties = Set(story.issue.liveClocks.map { $0.party ?? "-" })
        #expect(parties == ["commerce", "division.410102"])
    }

    @Test func `a dispatch is sent back once, within a working day, and the ruling is final`()
        throws
    {
        var story = try Story.dispatched()
        let event = try story.take(
            "sendBack", by: "industry.head", at: "10-10 17:29",
            `Each guard of the definition`.sendBack)
        #expect(event.to == "sendBackReview")
        #expect(try story.clock("ruling")?.dueAt == instant("10-10 17:30"))
        #expect(story.clock("arrange")?.status == .paused)
        var upheld = story
        try upheld.take(
            "uphold", by: "office.410102", at: "10-10 17:29",
            ["leadUnit": "commerce", "reason": "示例"])
        #expect(upheld.issue.state == "dispatched")
        #expect(upheld.issue.attributes.count("dispatches") == 2)
        #expect(upheld.issue.liveClocks("arrange").map(\.party) == ["commerce"])
        try story.take("overrule", by: "office.410102", at: "10-10 17:30", ["reason": "示例"])
        #expect(story.issue.state == "inHandling")
        let refusal = try story.refusal(
            "sendBack", by: "industry.head", at: "10-10 17:30",
            `Each guard of the definition`.sendBack)
        #expect(refusal.kind == "guardFailed")
    }

    @Test(arguments: [("C", "A"), ("A", "C"), ("U", "C"), ("C", "U"), ("A", "U")])
    func `another class neither repeats nor forgets a mark of resolve`(from: String, to: String)
        throws
    {
        for at in ["10-09 14:00", "10-19 18:00", "10-22 18:00", "10-30 18:00", "11-10 18:00"] {
            var story = try Story.inHandling(class: from)
            try story.take(
                "reclassify", by: "office.410102", at: at, ["class": .text(to), "reason": "示例"])
            try story.wait(until: "11-30 18:00")
            let actions = story.events.map(\.action)
            for mark in ["breach", "giveRedCard", "escalate"] {
                #expect(actions.count { $0 == mark } == 1, "\(mark) after \(at)")
            }
            #expect(Set(story.events.map(\.key)).count == story.events.count)
        }
    }

    @Test func `the mark seven working days ahead passes at its own time`() throws {
        var story = try Story("11-02 09:00")
        try story.take("accept", by: "office.410102", at: "11-02 09:20")
        try story.take(
            "dispatch", by: "office.410102", at: "11-02 10:00",
            ["leadUnit": "industry", "class": "A", "reason": "示例"])
        try story.wait(until: "11-24 10:00")
        #expect(story.history.suffix(2) == ["climbAhead 11-23 17:30", "warn 11-24 10:00"])
    }

    @Test func `rework and reopening begin new cycles and keep what was`() throws {
        var story = try Story.awaitingEvaluation()
        let first = try #require(story.issue.clocks.first { $0.kind == "resolve" })
        let event = try story.take(
            "evaluate", by: "enterprise", at: "10-13 09:00",
            ["evaluation": "dissatisfied", "reason": "示例"])
        #expect(event.to == "rework")
        let again: [String: FieldValue] = ["leadUnit": "industry", "reason": "示例"]
        try story.take("redispatch", by: "office.410102", at: "10-13 10:00", again)
        #expect(story.clock("resolve")?.cycle == 2)
        #expect(try story.clock("resolve")?.dueAt == instant("10-22 17:30"))
        #expect(story.issue.clocks.first { $0.number == first.number } == first)
        try story.take("acknowledge", by: "industry.handler", at: "10-13 11:00")
        try story.reportResolved(at: "10-14 10:00", signedAt: "10-14 10:30")
        try story.take(
            "approveResolution", by: "office.410102", at: "10-14 11:00", ["grade": "pass"])
        try story.take(
            "evaluate", by: "enterprise", at: "10-15 09:00", ["evaluation": "satisfied"])
        try story.take("reopen", by: "office.410102", at: "11-14 09:00", ["reason": "示例"])
        #expect(story.issue.state == "rework")
        #expect(story.issue.attributes.count("recurrences") == 1)
        try story.take("redispatch", by: "office.410102", at: "11-16 10:00", again)
        #expect(story.clock("resolve")?.cycle == 3)
    }

    @Test func `withdrawing ends every clock, and restoring starts acceptance anew`() throws {
        var story = try Story.inHandling()
        let event = try story.take("withdraw", by: "enterprise", at: "10-12 09:00")
        #expect(event.to == "withdrawn")
        #expect(story.issue.liveClocks.isEmpty)
        #expect(try story.wait(until: "11-30 09:00").isEmpty)
        try story.take("restore", by: "office.410102", at: "11-30 10:00", ["finding": "示例"])
        #expect(story.issue.state == "accepted")
        #expect(story.issue.liveClocks.map(\.kind) == ["accept"])
    }

    @Test func `a split brings issues to life with a clock of their own`() throws {
        var story = try Story.inHandling()
        let item = FieldValue.object(["category": "MKT", "title": "示例", "description": "示例"])
        try story.take(
            "split", by: "office.410102", at: "10-12 09:00",
            ["issues": .list([item, item]), "reason": "示例"])
        #expect(story.newIssues.count == 2)
        for newIssue in story.newIssues {
            #expect(newIssue.event.to == "accepted")
            #expect(newIssue.after.state == "accepted")
            #expect(newIssue.after.attributes.office == "office.410102")
            #expect(newIssue.after.liveClocks.map(\.kind) == ["accept"])
        }
        #expect(Set(story.newIssues.map(\.after.number)).count == 2)
    }

    @Test func `supporting units are added, owe opinions, and are collected`() throws {
        var story = try Story.inHandling()
        try story.take(
            "consult", by: "industry.head", at: "10-12 09:00",
            ["supportingUnits": .list(["commerce"]), "question": "示例"])
        for (who, at) in [("division.410102", "10-12 10:00"), ("commerce.handler", "10-12 11:00")] {
            try story.take("giveOpinion", by: who, at: at, ["opinion": "示例"])
        }
        #expect(story.issue.liveClocks("support").isEmpty)
        let event = try story.take("collect", by: "industry.handler", at: "10-12 14:00")
        #expect(event.to == "inHandling")
    }

    @Test func `a head with his own answer reports without a proposal`() throws {
        var story = try Story.inHandling()
        try story.giveOpinion(at: "10-09 15:00")
        let event = try story.take(
            "reportResolved", by: "industry.head", at: "10-12 09:00",
            [
                "reply": "已解决", "result": "partly", "outcome": Story.outcome,
                "evidence": Story.evidence,
            ])
        #expect(event.to == "reportedResolved")
    }
}
