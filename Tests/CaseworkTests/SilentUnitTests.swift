import Casework
import Testing
import Walking
import WorkingTime

@Suite struct `A unit that stays silent` {
    /// Due seven working days on, 10-10 among them; 38.5 of its 55 hours are 70 %.
    static let expected = [
        "acknowledgeAutomatically 10-09 15:30", "lapse 10-10 17:30", "lapse 10-13 17:30",
        "lapse 10-13 17:30", "warn 10-15 15:00", "pressForOpinion 10-15 17:30",
        "breach 10-19 17:30", "remindOverdue 10-20 17:30", "escalate 10-22 17:30",
        "giveRedCard 10-26 17:30", "climb 10-26 17:30",
    ]

    @Test func `gets warning, breach, reminder, escalation and red card at their instants`() throws
    {
        var story = try Story.dispatched()
        let passed = try story.wait(until: "10-26 17:30")
        #expect(Array(story.history.suffix(passed.count)) == Self.expected)
        #expect(story.issue.state == "inHandling")
        #expect(story.issue.attributes.card == "red")
        #expect(story.issue.attributes.count("yellowCards") == 1)
        #expect(story.issue.attributes.count("redCards") == 1)
        #expect(story.issue.attributes.level == 2)
        #expect(try story.clock("resolve")?.breachedAt == instant("10-19 17:30"))
        let acknowledged = story.issue.clocks.first { $0.kind == "acknowledge" }
        #expect(acknowledged?.status == .late)
    }

    @Test func `writes the same events hourly, at the end, or with a late command`() throws {
        var once = try Story.dispatched()
        try once.wait(until: "10-26 17:30")
        var hourly = try Story.dispatched()
        var at = try instant("10-09 10:00")
        while at <= (try instant("10-26 18:00")) {
            let text = at.rfc3339(in: DemoWorld.calendar.zone)
            try hourly.wait(until: "\(text.dropFirst(5).prefix(5)) \(text.dropFirst(11).prefix(8))")
            at = at.adding(seconds: 3600)
        }
        var late = try Story.dispatched()
        try late.take("remind", by: "officer1", at: "10-26 18:00", ["text": "请尽快"])
        #expect(hourly.events == once.events)
        #expect(Array(late.events.dropLast()) == once.events)
        #expect(late.events.last?.previousDigest == once.events.last?.digest)
        #expect(Set(late.events.map(\.key)).count == late.events.count)
    }

    @Test func `passes no mark a moment before its instant, and passes it at the instant`() throws {
        var story = try Story.dispatched()
        try story.wait(until: "10-19 17:29:59")
        #expect(!story.events.contains { $0.action == "breach" })
        #expect(try story.wait(until: "10-19 17:30").map(\.action) == ["breach"])
        #expect(try story.wait(until: "10-19 17:30").isEmpty)
    }

    @Test func `breaches before an action that arrives at the very deadline`() throws {
        var story = try Story.inHandling()
        try story.take("claim", by: "industry.handler", at: "10-09 11:30")
        try story.take(
            "reportProgress", by: "industry.handler", at: "10-19 17:30", ["text": "仍在办理"])
        #expect(story.events.suffix(2).map(\.action) == ["breach", "reportProgress"])
        #expect(try story.clock("resolve")?.breachedAt == instant("10-19 17:30"))
    }

    @Test
    func
        `climbs one level every two working days until the mayor, who is told again, then no more`()
        throws
    {
        var story = try Story.dispatched()
        try story.wait(until: "11-30 17:30")
        let climbs = story.history.filter { $0.hasPrefix("climb") }
        #expect(
            climbs == [
                "climb 10-26 17:30", "climb 10-28 17:30", "climb 10-30 17:30", "climb 11-03 17:30",
                "climb 11-05 17:30",
            ])
        #expect(story.issue.attributes.level == 5)
    }

    @Test func `stops climbing once a leader instructs, and keeps the level`() throws {
        var story = try Story.dispatched()
        try story.wait(until: "10-22 18:00")
        try story.take("instruct", by: "viceMayor", at: "10-23 09:00", ["text": "限期办结"])
        try story.wait(until: "11-30 17:30")
        #expect(!story.events.contains { $0.action == "climb" })
        #expect(story.issue.attributes.level == 1)
    }

    @Test func `an acceptance that nobody gives climbs past the office`() throws {
        var story = try Story("10-09 09:00")
        try story.wait(until: "11-30 09:00")
        // Level 2 is the office that owes it: the city's is named, then level by level; the mayor
        // is told again.
        #expect(
            story.history.dropFirst() == [
                "climbPastOffice 10-10 17:30", "climb 10-13 17:30", "climb 10-15 17:30",
                "climb 10-19 17:30",
            ])
        #expect(story.events.compactMap(\.body.climb).map(\.to) == [3, 4, 5, 5])
        #expect(story.issue.attributes.level == 5)
    }

    @Test func `tells the handler, the head, the leader in charge and the office`() throws {
        var story = try Story.dispatched()
        try story.wait(until: "10-26 17:30")
        #expect(try told(story, "warn") == ["industry.handler"])
        #expect(
            try told(story, "remindOverdue")
                == ["industry.handler", "industry.head", "office.410102"])
        #expect(try told(story, "escalate").contains("viceMayor"))
        #expect(try told(story, "escalate").contains("township.410102"))
        #expect(try told(story, "giveRedCard") == ["industry.head", "office.410102", "viceMayor"])
    }

    private func told(_ story: Story, _ action: String) throws -> [String] {
        let event = try #require(story.events.last { $0.action == action })
        return (event.body.told ?? []).compactMap {
            DemoWorld.directory.person($0.person)?.login
        }.sorted()
    }
}
