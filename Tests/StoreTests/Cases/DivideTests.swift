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
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .inHandling)
            let filer = try #require(house.world.value.directory.person(login: "officer1")?.id)
            let births = try await Self.split(house, issue).births
            #expect(births.count == 2)
            for birth in births {
                let event = try #require(try await house.events(birth.id).first)
                #expect(event.body.link?.number == 1)
                #expect(event.body.told?.map(\.person) == [filer])
            }
            #expect(try await house.findings() == [])
        }
    }

    @Test(
        "may end as divided without a verdict, and its parts go on",
        arguments: [TestHouse.Stop.accepted, .inHandling])
    func ends(stop: TestHouse.Stop) async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: stop)
            await #expect(throws: Refusal.self) { try await Self.close(house, issue) }
            let births = try await Self.split(house, issue).births
            let closed = try await Self.close(house, issue)
            #expect(closed.after.state == "divided" && closed.after.liveClocks.isEmpty)
            let ended = try await house.issue(issue).clocks.filter {
                $0.kind == "resolve"
            }
            #expect(ended.allSatisfy { $0.status == .cancelled && $0.breachedAt == nil })
            #expect(ended.count == (stop == .accepted ? 0 : 1))
            #expect(closed.event.body.link != nil)
            let audiences = Set((closed.event.body.told ?? []).map(\.audience))
            #expect(audiences.contains("filer"))
            #expect(audiences.contains("handler") == (stop == .inHandling))
            for birth in births {
                #expect(try await house.issue(birth.id).state == "accepted")
            }
            #expect(try await house.findings() == [])
        }
    }

    @Test("numbers its parts on, however often and whatever else is split meanwhile")
    func numbers() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .accepted)
            let number = try await house.issue(issue).number
            let first = try await Self.split(house, issue, key: "first").births
            #expect(first.map(\.number) == ["\(number).1", "\(number).2"])
            var numbers = first.map(\.number)
            try await withThrowingTaskGroup(of: [String].self) { group in
                for round in 1...6 {
                    for id in [issue] + first.map(\.id) {
                        group.addTask {
                            try await Self.split(house, id, key: "round \(round)").births
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
            #expect(try await house.findings() == [])
        }
    }

    @Test("goes on after the ten numbers that a split took before parts were counted")
    func older() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .accepted)
            try await Self.split(house, issue, key: "first")
            var older = try await house.issue(issue)
            older.attributes[.parts] = nil
            let world = house.world.value
            let verdict = Decider(world: world).decide(
                house.command(
                    "split", on: issue, by: try house.principal(TestHouse.office),
                    fields: Self.parts(), key: "second"),
                on: LoadedIssue(issue: older, drawnIDs: [IssueID(901), IssueID(902)]))
            guard case .decided(let decision) = verdict else {
                Issue.record("\(verdict)")
                return
            }
            #expect(
                decision.births.map(\.after.number)
                    == ["\(older.number).11", "\(older.number).12"])
        }
    }

    @Test("may end as divided wherever it went meanwhile")
    func endsLater() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .accepted)
            try await Self.split(house, issue)
            try await house.act(
                "dispatch", on: issue, by: TestHouse.office,
                ["leadUnit": .text("industry"), "reason": .text("牵头部门另行商定")])
            let closed = try await Self.close(house, issue)
            #expect(closed.after.state == "divided" && closed.after.liveClocks.isEmpty)
            #expect(closed.event.body.told?.contains { $0.audience == "unitHead" } == true)
            #expect(try await house.findings() == [])
        }
    }

    @Test("can't end as divided once it was reported")
    func reported() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .inHandling)
            try await Self.split(house, issue)
            let evidence = FieldValue.list([
                .object(["kind": .text("report"), "text": .text("已组织专场招聘")])
            ])
            try await house.act(
                "reportResolved", on: issue, by: "industry.head",
                [
                    "reply": .text("已到岗三十人"), "result": .text("solved"),
                    "outcome": .object(["hired": .integer(30)]), "evidence": evidence,
                ])
            try await house.act(
                "rejectResolution", on: issue, by: TestHouse.office, ["unmet": .text("未解决")])
            let refusal = await #expect(throws: Refusal.self) {
                try await Self.close(house, issue)
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
        _ house: TestHouse, _ issue: IssueID, key: String? = nil
    ) async throws -> ActionOutcome {
        try await house.act("split", on: issue, by: TestHouse.office, parts(), key: key)
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
    private static func close(_ house: TestHouse, _ issue: IssueID) async throws -> ActionOutcome {
        try await house.act(
            "closeDivided", on: issue, by: TestHouse.office, ["reason": .text("已全部拆出")])
    }
}
