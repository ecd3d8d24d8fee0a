import Casework
import Testing
import Walking
import WorkingTime

@Suite struct `The order of checks` {
    @Test func `what does not exist or may not be seen is unknown, even with a used key`() throws {
        let story = try Story.dispatched()
        let used = EarlierUse(sequence: 1, requestDigest: [2])
        let stranger = try Principal.person(person("officer3"))
        let intent = Command.Intent.act(action: "note", comment: nil, fields: [:])
        let at = try instant("10-09 12:00")
        let command = story.command(intent, by: stranger, at: at, key: "1")
        expect(.unknownIssue, decide(command, story.issue, used))
        expect(.unknownIssue, decide(command, nil, used))
    }

    @Test func `a used key answers again, or is refused for another request`() throws {
        let story = try Story.dispatched()
        let intent = Command.Intent.act(action: "nonsense", comment: nil, fields: [:])
        let command = story.command(
            intent, by: try story.principal("industry.head"), at: try instant("10-09 12:00"),
            key: "1", expected: .exactly(99))
        let same = decide(command, story.issue, EarlierUse(sequence: 2, requestDigest: [2]))
        guard case .replay(_, sequence: 2) = same else {
            Issue.record("\(same)")
            return
        }
        let other = EarlierUse(sequence: 2, requestDigest: [3])
        expect(.keyReused, decide(command, story.issue, other))
        expect(.stale(version: 4), decide(command, story.issue, nil))
    }

    @Test func `right comes before state, state before values, values before guards`() throws {
        var story = try Story.dispatched()
        let at = "10-09 12:00"
        #expect(
            try story.refusal("note", by: "division.410102", at: at, ["x": "y"]).kind
                == "invalidFields")
        #expect(try story.refusal("dispatch", by: "industry.head", at: at).kind == "forbidden")
        #expect(
            try story.refusal("reportProgress", by: "industry.head", at: at).kind
                == "notAllowedNow")
        let progress: [String: FieldValue] = ["text": "示例"]
        #expect(
            try story.refusal("reportProgress", by: "industry.head", at: at, progress).kind
                == "notAllowedNow")
        #expect(try story.refusal("nonsense", by: "industry.head", at: at).kind == "unknownAction")
        #expect(try story.refusal("warn", by: "industry.head", at: at).kind == "unknownAction")
        try story.take("acknowledge", by: "industry.handler", at: "10-09 13:40")
        #expect(
            try story.refusal("reportResolved", by: "industry.head", at: "10-09 14:00").kind
                == "invalidFields")
        let report: [String: FieldValue] = [
            "outcome": Story.outcome, "evidence": Story.evidence,
        ]
        #expect(
            try story.refusal("reportResolved", by: "industry.head", at: "10-09 14:00", report)
                .kind == "guardFailed")
    }

    @Test func `a version that is behind is refused before the right`() throws {
        let story = try Story.dispatched()
        let command = story.command(
            .act(action: "dispatch", comment: nil, fields: [:]),
            by: try story.principal("industry.head"), at: try instant("10-09 12:00"), key: "1",
            expected: .exactly(3))
        expect(.stale(version: 4), decide(command, story.issue, nil))
    }

    @Test func `every fault of the values is told at once`() throws {
        var story = try Story.inHandling()
        let refusal = try story.refusal(
            "proposeResolution", by: "industry.handler", at: "10-09 14:00",
            ["reply": "", "result": "maybe", "more": "x"])
        guard case .invalidFields(let faults) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(Set(faults.map(\.field)) == ["reply", "result", "outcome", "evidence", "more"])
    }

    @Test func `a settle that finds nothing writes nothing`() throws {
        let story = try Story.dispatched()
        let command = story.command(
            .settle, by: .system, at: try instant("10-09 12:00"), key: "1")
        guard case .nothing = decide(command, story.issue, nil) else {
            Issue.record("something was written")
            return
        }
    }

    @Test func `an action received before the last event counts from that event`() throws {
        var story = try Story.inHandling()
        let event = try story.take(
            "claim", by: "industry.handler", at: "10-09 10:30")
        #expect(try event.at == instant("10-09 11:00"))
    }

    private func decide(
        _ command: Command, _ issue: Casework.Issue?, _ earlier: EarlierUse?
    ) -> Verdict {
        Decider(world: DemoWorld.world).decide(
            command, on: LoadedIssue(issue: issue, earlier: earlier))
    }

    private func expect(_ refusal: Refusal, _ verdict: Verdict) {
        guard case .refused(let found) = verdict, found == refusal else {
            Issue.record("\(verdict)")
            return
        }
    }
}
