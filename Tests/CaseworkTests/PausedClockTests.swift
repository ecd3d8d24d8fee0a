import Casework
import Testing
import Workflow

@Suite struct `Suspension and extension` {
    static let plan = FieldValue.list([.object(["on": "2026-10-21", "what": "示例"])])

    static func suspended() throws -> Story {
        var story = try Story.inHandling()
        try story.take("suspend", by: "industry.head", at: "10-12 14:00", ["reason": "示例"])
        return story
    }

    @Test func `a suspension pushes resolve out by the closings that it took`() throws {
        var story = try Self.suspended()
        #expect(story.issue.state == "awaitingEnterprise")
        #expect(story.clock("resolve")?.status == .paused)
        #expect(try story.wait(until: "10-14 09:59").map(\.action) == ["lapse"])  // the opinion
        let event = try story.take("resume", by: "enterprise", at: "10-14 10:00")
        #expect(event.to == "inHandling")
        #expect(try story.clock("resolve")?.dueAt == instant("10-21 17:30"))
        #expect(try story.clock("resolve")?.originalDueAt == instant("10-19 17:30"))
        #expect(story.clock("suspension") == nil)
    }

    @Test func `it ends by itself after five working days`() throws {
        var story = try Self.suspended()
        try story.wait(until: "10-20 09:00")
        #expect(story.history.last == "resumeAutomatically 10-19 17:30")
        #expect(story.issue.state == "inHandling")
        #expect(story.clock("resolve")?.status == .running)
    }

    @Test func `what was paused after the deadline does not bring reminders forward`() throws {
        var story = try Story.inHandling()
        try story.take("suspend", by: "industry.head", at: "10-20 09:00", ["reason": "示例"])
        try story.take("resume", by: "enterprise", at: "10-22 10:00")
        #expect(try story.clock("resolve")?.dueAt == instant("10-19 17:30"))
        try story.wait(until: "10-28 17:30")
        let marks = story.history.filter { text in
            ["remind", "escalate", "giveRed"].contains { text.hasPrefix($0) }
        }
        #expect(
            marks == [
                "remindOverdue 10-22 17:30", "escalate 10-26 17:30", "giveRedCard 10-28 17:30",
            ])
    }

    private func extended() throws -> Story {
        var story = try Story.inHandling()
        try story.take(
            "requestExtension", by: "industry.head", at: "10-14 09:00",
            ["until": "2026-10-22", "reason": "示例", "plan": Self.plan])
        try story.take(
            "grantExtension", by: "office.410102", at: "10-14 10:00",
            ["until": "2026-10-22", "explanation": "示例"])
        return story
    }

    @Test func `an extension moves the deadline and keeps the original`() throws {
        let story = try extended()
        #expect(try story.clock("resolve")?.dueAt == instant("10-22 17:30"))
        #expect(try story.clock("resolve")?.originalDueAt == instant("10-19 17:30"))
        #expect(story.issue.attributes[.extensionUntil] == nil)
    }

    @Test func `an extension that nobody ruled on leaves the deadline`() throws {
        var story = try Story.inHandling()
        try story.take(
            "requestExtension", by: "industry.head", at: "10-14 09:00",
            ["until": "2026-10-22", "reason": "示例", "plan": Self.plan])
        try story.wait(until: "10-19 17:30")
        #expect(try story.clock("resolve")?.breachedAt == instant("10-19 17:30"))
        let refusal = try story.refusal(
            "grantExtension", by: "office.410102", at: "10-20 09:00",
            ["until": "2026-10-22", "explanation": "示例"])
        #expect(refusal.kind == "guardFailed")
    }

    @Test func `a pause after an extended deadline passed leaves it where it was`() throws {
        var story = try extended()
        try story.take("suspend", by: "industry.head", at: "10-23 09:00", ["reason": "示例"])
        try story.take("resume", by: "enterprise", at: "10-26 10:00")
        #expect(try story.clock("resolve")?.dueAt == instant("10-22 17:30"))
        #expect(try story.clock("resolve")?.breachedAt == instant("10-22 17:30"))
    }

    @Test func `a suspension takes nothing away from what an extension may add`() throws {
        var story = try Self.suspended()
        try story.take("resume", by: "enterprise", at: "10-14 10:00")
        let request = { (until: String) -> [String: FieldValue] in
            ["until": .text(until), "reason": "示例", "plan": Self.plan]
        }
        let refusal = try story.refusal(
            "requestExtension", by: "industry.head", at: "10-14 11:00", request("2026-11-02"))
        #expect(refusal.kind == "guardFailed")
        try story.take(
            "requestExtension", by: "industry.head", at: "10-14 11:00", request("2026-10-30"))
    }
}
