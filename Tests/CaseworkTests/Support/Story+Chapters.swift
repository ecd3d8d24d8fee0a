import Casework
import Walking
import Workflow
import WorkingTime

/// Chapters that many stories share.
extension Story {
    static let evidence = FieldValue.list([.object(["kind": "photo", "text": "示例"])])

    /// What came of the usual need, which is one of labour.
    static let outcome = FieldValue.object(["hired": .integer(30)])

    /// Filed on Friday 10-09 at 09:00 and dispatched to the industry bureau at 10:00.
    static func dispatched(
        class: String = "C", supporting: [String] = [], world: World = DemoWorld.world,
        filed: [String: FieldValue] = [:], office: String = "office.410102"
    ) throws -> Story {
        var story = try Story("10-09 09:00", fields: filed, world: world)
        try story.take("accept", by: office, at: "10-09 09:20")
        try story.take("triage", by: office, at: "10-09 09:30", ["class": .text(`class`)])
        try story.take(
            "dispatch", by: office, at: "10-09 10:00",
            [
                "leadUnit": "industry", "reason": "牵头部门另行商定",
                "supportingUnits": .list(supporting.map(FieldValue.text)),
            ])
        return story
    }

    /// Dispatched, and acknowledged at 11:00.
    static func inHandling(
        class: String = "C", supporting: [String] = [], world: World = DemoWorld.world,
        filed: [String: FieldValue] = [:]
    ) throws -> Story {
        var story = try dispatched(
            class: `class`, supporting: supporting, world: world, filed: filed)
        try story.take("acknowledge", by: "industry.handler", at: "10-09 11:00")
        return story
    }

    /// The opinion of the jurisdiction, which always supports.
    mutating func giveOpinion(at: String) throws {
        guard let owing = clock("support")?.party else { return }
        try take("giveOpinion", by: owing, at: at, ["opinion": "无异议"])
    }

    /// Proposed by the handler and signed off by the head one minute later.
    mutating func reportResolved(at: String, signedAt: String) throws {
        try giveOpinion(at: at)
        try take(
            "proposeResolution", by: "industry.handler", at: at,
            [
                "reply": "已解决", "result": "solved", "outcome": Self.outcome,
                "evidence": Self.evidence,
            ])
        try take(
            "reportResolved", by: "industry.head", at: signedAt, ["evidence": Self.evidence])
    }

    /// In handling, reported on 10-12, approved by the office: the enterprise is asked.
    static func awaitingEvaluation() throws -> Story {
        var story = try inHandling()
        try story.reportResolved(at: "10-12 10:00", signedAt: "10-12 10:30")
        try story.take(
            "approveResolution", by: "office.410102", at: "10-12 11:00", ["grade": "good"])
        return story
    }

    /// The one live clock of a kind.
    func clock(_ kind: String) -> Clock? { issue.liveClocks(kind).last }

    /// Actions and wall times, oldest first.
    var history: [String] {
        events.map {
            let text = $0.at.rfc3339(in: DemoWorld.calendar.zone)
            return "\($0.action) \(text.dropFirst(5).prefix(11).replacing("T", with: " "))"
        }
    }
}
