import Casework
import DatabaseSupport
import Engine
import Postgres
import Store
import Testing
import Workflow
import WorkingTime

@Suite("A need that several enterprises have in common")
struct CommonIssueTests {
    @Test("is handled in one issue, whose result reaches all under it")
    func shared() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 4)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            let (lead, members) = (issues[0], Array(issues[1...2]))
            for member in members { try await Self.join(fixture, member, to: lead) }
            for member in members { try await Self.give(fixture, member) }
            try await Self.solve(fixture, lead)
            #expect(try await Self.drained(fixture, members, in: "awaitingEvaluation"))
            for member in members {
                let issue = try await fixture.issue(member)
                #expect(issue.attributes[.reply] == .text("共同答复"))
                // Its own, not that of the leading one.
                #expect(issue.attributes[.outcome] == .object(["hired": .integer(5)]))
                #expect(!(try await fixture.events(member).contains { $0.action == "askOutcome" }))
                let event = try #require(try await fixture.events(member).last)
                #expect(event.action == "receiveResult" && event.by.role == .system)
                #expect(event.body.link != nil)
                #expect(issue.liveClocks.map(\.kind) == ["evaluate"])
            }
            // Who did not join goes its own way.
            #expect(try await fixture.issue(issues[3]).state == "inHandling")
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("waits for the outcome of each, and asks for it as it is reported and as it is there")
    func outcomes() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            let (lead, members) = (issues[0], Array(issues[1...]))
            for member in members { try await Self.join(fixture, member, to: lead) }
            try await Self.report(fixture, lead)
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            for member in members {
                let asked = try #require(try await fixture.events(member).last)
                #expect(asked.action == "askOutcome" && asked.by.role == .system)
                let audiences = Set((asked.body.told ?? []).map(\.audience))
                #expect(audiences.isSuperset(of: ["unitHead", "office"]))
            }
            try await Self.approve(fixture, lead)
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            for member in members {
                #expect(try await fixture.issue(member).state == "inHandling")
                #expect(try await fixture.issue(member).attributes[.reply] == nil)
            }
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.act(
                    "giveOutcome", on: members[0], by: "industry.head", key: "none")
            }
            guard case .invalidFields(let faults) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(faults.map(\.field) == ["outcome"])
            try await Self.give(fixture, members[0])
            #expect(try await Self.drained(fixture, [members[0]], in: "awaitingEvaluation"))
            #expect(try await fixture.issue(members[1]).state == "inHandling")
            let asked = try await fixture.events(members[1]).filter { $0.action == "askOutcome" }
            // Once as it was reported, once as its result was there and could not be taken.
            #expect(asked.count == 2)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("is nothing that a category without quantities is asked for")
    func untyped() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2, fields: ["category": .text("OTH")])
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await Self.join(fixture, issues[1], to: issues[0])
            let evidence = FieldValue.list([
                .object(["kind": .text("record"), "text": .text("示例")])
            ])
            try await fixture.act(
                "reportResolved", on: issues[0], by: "industry.head",
                ["reply": .text("共同答复"), "result": .text("solved"), "evidence": evidence])
            try await Self.approve(fixture, issues[0])
            #expect(try await Self.drained(fixture, [issues[1]], in: "awaitingEvaluation"))
            #expect(!(try await fixture.events(issues[1]).contains { $0.action == "askOutcome" }))
        }
    }

    @Test("reaches each once, however often the event is carried")
    func once() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await Self.join(fixture, issues[1], to: issues[0])
            try await Self.give(fixture, issues[1])
            try await Self.solve(fixture, issues[0])
            #expect(try await Self.drained(fixture, [issues[1]], in: "awaitingEvaluation"))
            let count = try await fixture.events(issues[1]).count
            try await fixture.database.withConnection(as: TestCluster.owner) { connection in
                _ = try await connection.query(
                    "UPDATE outbox_reader SET xid = '0', position = 0 WHERE name = 'common'")
            }
            try await Self.relay(fixture).drain()
            #expect(try await fixture.events(issues[1]).count == count)
        }
    }

    @Test("reaches later who could not take it, or joins after it")
    func later() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await Self.join(fixture, issues[1], to: issues[0])
            try await fixture.bring(issues[1], to: .reportedResolved)
            try await Self.solve(fixture, issues[0])
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.issue(issues[1]).state == "reportedResolved")
            try await fixture.act(
                "rejectResolution", on: issues[1], by: TestFixture.office,
                ["unmet": .text("未解决")])
            // The rejection took its outcome with it.
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.events(issues[1]).last?.action == "askOutcome")
            try await Self.give(fixture, issues[1])
            #expect(try await Self.drained(fixture, [issues[1]], in: "awaitingEvaluation"))
            try await Self.join(fixture, issues[2], to: issues[0])
            try await Self.give(fixture, issues[2])
            #expect(try await Self.drained(fixture, [issues[2]], in: "awaitingEvaluation"))
        }
    }

    @Test("lets all go where the leading issue ends without a result")
    func lost() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            for issue in issues { try await fixture.bring(issue, to: .accepted) }
            try await Self.join(fixture, issues[1], to: issues[0])
            try await fixture.act(
                "refer", on: issues[0], by: TestFixture.office,
                ["to": .text("petitions"), "reason": .text("按规定移交")])
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            let member = try await fixture.issue(issues[1])
            #expect(member.attributes[.commonIssue] == nil)
            let event = try #require(try await fixture.events(issues[1]).last)
            #expect(event.action == "loseLead" && event.body.told?.isEmpty == false)
            #expect(try await fixture.records.common.members(ofCommon: issues[0]).isEmpty)
        }
    }

    @Test("does not reach who left, nor who has a result of its own")
    func left() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            for member in issues[1...2] { try await Self.join(fixture, member, to: issues[0]) }
            try await fixture.act(
                "leaveCommon", on: issues[1], by: TestFixture.office, ["reason": .text("另有原因")])
            try await fixture.bring(issues[2], to: .reportedResolved)
            try await Self.solve(fixture, issues[0])
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.issue(issues[1]).state == "inHandling")
            #expect(try await fixture.issue(issues[2]).state == "reportedResolved")
        }
    }

    @Test("raises its level once five enterprises have it, and no more for the sixth")
    func many() async throws {
        try await withFixture { fixture in
            let enterprises = try await Self.enterprises(fixture, count: 6)
            var issues: [IssueID] = []
            for enterprise in enterprises {
                let filing = try fixture.filing(key: "of \(enterprise)", enterprise: enterprise)
                guard case .filed(_, let newIssues) = try await fixture.gateway.file(filing) else {
                    return
                }
                issues += newIssues.map(\.after.id)
            }
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            for member in issues[1...3] { try await Self.join(fixture, member, to: issues[0]) }
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.issue(issues[0]).attributes.level == 0)
            for member in issues[4...5] { try await Self.join(fixture, member, to: issues[0]) }
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.issue(issues[0]).attributes.level == 1)
            let raised = try await fixture.events(issues[0]).filter { $0.action == "raiseForMany" }
            #expect(raised.count == 1)
            #expect(raised.first?.body.told?.isEmpty == false)
        }
    }

    @Test("does not reach who has joined another before the result is carried")
    func stale() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await Self.join(fixture, issues[2], to: issues[0])
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            // Nothing is carried in between: the list still has it under the first.
            try await Self.solve(fixture, issues[0])
            try await fixture.act(
                "leaveCommon", on: issues[2], by: TestFixture.office, ["reason": .text("另有原因")])
            try await Self.join(fixture, issues[2], to: issues[1], key: "again")
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.issue(issues[2]).state == "inHandling")
            #expect(try await fixture.records.common.members(ofCommon: issues[1]) == [issues[2]])
        }
    }

    @Test("is no circle, though each was joined to the other at once")
    func circle() async throws {
        try await withDatabase { database in
            // Older versions did not see what became of the other meanwhile.
            let fixture = try await TestFixture(database) {
                InterposedStore(real: $0, seeing: Self.free)
            }
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await Self.join(fixture, issues[0], to: issues[1])
            try await Self.join(fixture, issues[1], to: issues[2])
            try await Self.join(fixture, issues[2], to: issues[0])
            #expect(try await eventually { try await Self.carriedAll(fixture) })
            #expect(try await fixture.records.common.members(ofCommon: issues[1]) == [issues[0]])
            #expect(try await fixture.records.common.members(ofCommon: issues[2]) == [issues[1]])
            #expect(try await fixture.records.common.members(ofCommon: issues[0]).isEmpty)
            #expect(try await fixture.issue(issues[2]).attributes[.commonIssue] == nil)
            for member in issues[0...1] { try await Self.give(fixture, member) }
            try await Self.solve(fixture, issues[2])
            let others = [issues[1], issues[0]]
            #expect(try await Self.drained(fixture, others, in: "awaitingEvaluation"))
            #expect(try await fixture.records.common.leads(among: issues) == Set(issues[1...2]))
            await fixture.close()
        }
    }

    /// Loads the issues that fields name as though they belonged to none.
    private static func free(_ loaded: LoadedIssue) -> LoadedIssue {
        let named = loaded.named.map { issue in
            var free = issue
            free.attributes[.commonIssue] = nil
            return free
        }
        return LoadedIssue(
            issue: loaded.issue, earlier: loaded.earlier, drawnIDs: loaded.drawnIDs, named: named)
    }

    // What the tests do over and over.

    private static func join(
        _ fixture: TestFixture, _ member: IssueID, to lead: IssueID, key: String = "join"
    ) async throws {
        let number = try await fixture.issue(lead).number
        _ = try await fixture.gateway.act(
            Command(
                issue: .id(member),
                intent: .act(
                    action: "joinCommon", comment: nil, fields: ["commonIssue": .text(number)]),
                principal: try fixture.principal(TestFixture.office), expected: .any,
                key: CommandKey(deriving: ["test", "\(key) \(member)"]),
                requestDigest: Array(repeating: 1, count: 32), receivedAt: fixture.time.now))
    }

    /// Says what came of it for the issue's own enterprise.
    private static func give(_ fixture: TestFixture, _ issue: IssueID) async throws {
        try await fixture.act(
            "giveOutcome", on: issue, by: "industry.head",
            ["outcome": .object(["hired": .integer(5)])])
    }

    private static func solve(_ fixture: TestFixture, _ issue: IssueID) async throws {
        try await report(fixture, issue)
        try await approve(fixture, issue)
    }

    private static func approve(_ fixture: TestFixture, _ issue: IssueID) async throws {
        try await fixture.act(
            "approveResolution", on: issue, by: TestFixture.office, ["grade": .text("good")])
    }

    private static func report(_ fixture: TestFixture, _ issue: IssueID) async throws {
        try await fixture.act(
            "reportResolved", on: issue, by: "industry.head",
            [
                "reply": .text("共同答复"), "result": .text("solved"),
                "outcome": .object(["hired": .integer(30)]),
                "evidence": .list([.object(["kind": .text("record"), "text": .text("示例")])]),
            ])
    }

    private static func enterprises(_ fixture: TestFixture, count: Int) async throws -> [String] {
        let found = try await fixture.records.enterprises.search("示例", after: nil, limit: count)
        guard found.count == count else { throw TestClusterFault("too few enterprises") }
        return found.map(\.creditCode)
    }

    private static func relay(_ fixture: TestFixture) -> CommonRelay {
        CommonRelay(
            gateway: fixture.gateway, store: fixture.records.common, observer: TestCluster.observer)
    }

    private static func drained(
        _ fixture: TestFixture, _ issues: [IssueID], in state: String
    ) async throws -> Bool {
        try await eventually {
            try await relay(fixture).drain()
            for issue in issues where try await fixture.issue(issue).state != state { return false }
            return true
        }
    }

    /// True once the reader has passed every batch.
    private static func carriedAll(_ fixture: TestFixture) async throws -> Bool {
        try await relay(fixture).drain()
        return try await fixture.database.withConnection { connection in
            try await connection.query(
                "SELECT count(*) FROM outbox_batch AS batch, outbox_reader AS reader "
                    + "WHERE reader.name = 'common' AND (batch.xid, batch.position) > "
                    + "(reader.xid, reader.position)"
            )[0].int64(0) == 0
        }
    }
}
