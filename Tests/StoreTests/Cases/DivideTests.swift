import Casework
import DatabaseSupport
import Engine
import Testing
import Workflow
import WorkingTime

@Suite("An issue that is split")
struct DivideTests {
    @Test("gives each part a link, and tells its filer of it")
    func parts() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            let filer = try #require(fixture.world.value.directory.person(login: "officer1")?.id)
            let newIssues = try await Self.split(fixture, issue).newIssues
            #expect(newIssues.count == 2)
            for newIssue in newIssues {
                let event = try #require(try await fixture.events(newIssue.id).first)
                #expect(event.body.link?.number == 1)
                #expect(event.body.told?.map(\.person) == [filer])
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test(
        "may end as divided without a verdict, and its parts go on",
        arguments: [TestFixture.Stop.accepted, .inHandling])
    func ends(stop: TestFixture.Stop) async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: stop)
            await #expect(throws: Refusal.self) { try await Self.close(fixture, issue) }
            let newIssues = try await Self.split(fixture, issue).newIssues
            let closed = try await Self.close(fixture, issue)
            #expect(closed.after.state == "divided" && closed.after.liveClocks.isEmpty)
            let ended = try await fixture.issue(issue).clocks.filter {
                $0.kind == "resolve"
            }
            #expect(ended.allSatisfy { $0.status == .cancelled && $0.breachedAt == nil })
            #expect(ended.count == (stop == .accepted ? 0 : 1))
            #expect(closed.event.body.link != nil)
            let audiences = Set((closed.event.body.told ?? []).map(\.audience))
            #expect(audiences.contains("filer"))
            #expect(audiences.contains("handler") == (stop == .inHandling))
            for newIssue in newIssues {
                #expect(try await fixture.issue(newIssue.id).state == "accepted")
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("numbers its parts on, however often and whatever else is split meanwhile")
    func numbers() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .accepted)
            let number = try await fixture.issue(issue).number
            let first = try await Self.split(fixture, issue, key: "first").newIssues
            #expect(first.map(\.number) == ["\(number).1", "\(number).2"])
            var numbers = first.map(\.number)
            try await withThrowingTaskGroup(of: [String].self) { group in
                for round in 1...6 {
                    for id in [issue] + first.map(\.id) {
                        group.addTask {
                            try await Self.split(fixture, id, key: "round \(round)").newIssues
                                .map(\.number)
                        }
                    }
                }
                for try await new in group { numbers += new }
            }
            let parents = [number] + first.map(\.number)
            let expected = parents.flatMap { parent in
                (1...(parent == number ? 14 : 12)).map { "\(parent).\($0)" }
            }
            #expect(numbers.sorted() == expected.sorted())
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("goes on after the ten numbers that a split took before parts were counted")
    func older() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .accepted)
            try await Self.split(fixture, issue, key: "first")
            var older = try await fixture.issue(issue)
            older.attributes[.parts] = nil
            let world = fixture.world.value
            let verdict = Decider(world: world).decide(
                fixture.command(
                    "split", on: issue, by: try fixture.principal(TestFixture.office),
                    fields: Self.parts(), key: "second"),
                on: LoadedIssue(issue: older, drawnIDs: [IssueID(901), IssueID(902)]))
            guard case .decided(let decision) = verdict else {
                Issue.record("\(verdict)")
                return
            }
            #expect(
                decision.newIssues.map(\.after.number)
                    == ["\(older.number).11", "\(older.number).12"])
        }
    }

    @Test("may end as divided wherever it went meanwhile")
    func endsLater() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .accepted)
            try await Self.split(fixture, issue)
            try await fixture.act(
                "dispatch", on: issue, by: TestFixture.office,
                ["leadUnit": .text("industry"), "reason": .text("牵头部门另行商定")])
            let closed = try await Self.close(fixture, issue)
            #expect(closed.after.state == "divided" && closed.after.liveClocks.isEmpty)
            #expect(closed.event.body.told?.contains { $0.audience == "unitHead" } == true)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("can't end as divided once it was reported")
    func reported() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await Self.split(fixture, issue)
            let evidence = FieldValue.list([
                .object(["kind": .text("report"), "text": .text("已组织专场招聘")])
            ])
            try await fixture.act(
                "reportResolved", on: issue, by: "industry.head",
                [
                    "reply": .text("已到岗三十人"), "result": .text("solved"),
                    "outcome": .object(["hired": .integer(30)]), "evidence": evidence,
                ])
            try await fixture.act(
                "rejectResolution", on: issue, by: TestFixture.office, ["unmet": .text("未解决")])
            let refusal = await #expect(throws: Refusal.self) {
                try await Self.close(fixture, issue)
            }
            guard case .guardFailed(_, let failure, _) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(failure.name == "beforeAny(reportResolved)")
        }
    }

    @discardableResult
    private static func split(
        _ fixture: TestFixture, _ issue: IssueID, key: String? = nil
    ) async throws -> ActionOutcome {
        try await fixture.act("split", on: issue, by: TestFixture.office, parts(), key: key)
    }

    private static func parts() -> [String: FieldValue] {
        let parts = ["LAB", "FIN"].map { category in
            FieldValue.object([
                "category": .text(category), "title": .text("部分"), "description": .text("其中一项"),
            ])
        }
        return ["issues": .list(parts), "reason": .text("两件事")]
    }

    @discardableResult
    private static func close(_ fixture: TestFixture, _ issue: IssueID) async throws
        -> ActionOutcome
    {
        try await fixture.act(
            "closeDivided", on: issue, by: TestFixture.office, ["reason": .text("已全部拆出")])
    }
}
