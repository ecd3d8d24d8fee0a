import Casework
import DatabaseSupport
import Engine
import Postgres
import Store
import Testing

@Suite("A command on PostgreSQL")
struct CommandTests {
    @Test("writes the state, the event and the clocks")
    func writesAll() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .dispatched)
            let stored = try await rows(
                fixture,
                "SELECT workflow_state.name FROM issue "
                    + "JOIN workflow_state ON workflow_state.id = issue.state")
            #expect(stored == ["dispatched"])
            let events = try await rows(
                fixture,
                "SELECT sequence || ' ' || workflow_action.name FROM issue_event "
                    + "JOIN workflow_action ON workflow_action.id = action ORDER BY sequence")
            #expect(events == ["1 file", "2 accept", "3 triage", "4 dispatch"])
            let clocks = try await rows(
                fixture,
                "SELECT kind || ' ' || status || ' ' || COALESCE(party, '-') FROM clock "
                    + "ORDER BY number")
            #expect(clocks.first == "accept met office.410105")
            #expect(clocks.contains("resolve running industry"))
            #expect(clocks.contains("support running humanResources"))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("takes an issue all the way, the enterprise closing it by its link")
    func wholePath() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .awaitingEvaluation)
            let link = try await fixture.records.access.link(
                digest: LinkKey.digest(of: TestFixture.linkKey.token(issue: issue, number: 1)))
            #expect(link?.issue == issue)
            #expect(link?.number == 1)
            let asked = try await fixture.events(issue).last?.body.link
            #expect(link?.expiresAt == asked?.expiresAt)
            let outcome = try await fixture.gateway.act(
                fixture.command(
                    "evaluate", on: issue, by: .enterprise(issue, link: 9),
                    fields: ["evaluation": .text("satisfied")]))
            #expect(outcome.after.state == "closedOut")
            #expect(try await fixture.issue(issue).liveClocks == [])
            let open = try await rows(fixture, "SELECT is_open::text FROM issue")
            #expect(open == ["false"])
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("that is refused writes nothing, and says what is allowed")
    func refused() async throws {
        try await withFixture { fixture in
            let victim = try await Victim(fixture)
            let issue = try #require(victim.variables["issue"].flatMap { Int64($0) })
            let before = try await victim.record()
            await #expect(throws: Refusal.self) {
                try await fixture.act(
                    "accept", on: IssueID(issue), by: TestFixture.office, key: "late")
            }
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.act("accept", on: IssueID(issue), by: "officer1")
            }
            guard case .forbidden(let action, _) = refusal else {
                throw try #require(refusal)
            }
            #expect(action.name == "accept")
            await #expect(throws: Refusal.unknownIssue) {
                try await fixture.act("note", on: IssueID(issue), by: "customs.handler")
            }
            await #expect(throws: Refusal.unknownIssue) {
                try await fixture.act("note", on: IssueID(424242), by: TestFixture.office)
            }
            #expect(try await victim.record() == before)
        }
    }

    @Test("on a version that has passed is stale")
    func stale() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let office = try fixture.principal(TestFixture.office)
            let accept = fixture.command("accept", on: issue, by: office, expected: .exactly(1))
            #expect(try await fixture.gateway.act(accept).event.sequence == 2)
            let late = fixture.command(
                "triage", on: issue, by: office, fields: ["class": .text("B")],
                expected: .exactly(1))
            await #expect(throws: Refusal.stale(version: 2)) { try await fixture.gateway.act(late) }
        }
    }

    @Test("sent again gives the first answer, also after the issue moved on")
    func replay() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let office = try fixture.principal(TestFixture.office)
            let command = fixture.command("accept", on: issue, by: office)
            let first = try await fixture.gateway.act(command)
            try await fixture.act(
                "triage", on: issue, by: TestFixture.office, ["class": .text("B")])
            let again = try await fixture.gateway.act(command)
            #expect(!first.isReplay)
            #expect(again.isReplay)
            #expect(again.event == first.event)
            #expect(again.after == first.after)
            #expect(try await fixture.events(issue).count == 3)
            let other = fixture.command("accept", on: issue, by: office, request: "another")
            await #expect(throws: Refusal.keyReused) { try await fixture.gateway.act(other) }
        }
    }

    @Test("that splits an issue brings its parts to life beside it")
    func split() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .accepted)
            let parts = ["LAB", "FIN"].map { category in
                FieldValue.object([
                    "category": .text(category), "title": .text("部分"),
                    "description": .text("其中一项"),
                ])
            }
            let outcome = try await fixture.act(
                "split", on: issue, by: TestFixture.office,
                ["issues": .list(parts), "reason": .text("两件事")])
            #expect(outcome.newIssues.map(\.state) == ["accepted", "accepted"])
            #expect(outcome.newIssues.map(\.attributes.category) == ["LAB", "FIN"])
            for newIssue in outcome.newIssues {
                #expect(try await fixture.issue(newIssue.id) == newIssue)
                #expect(try await fixture.events(newIssue.id).map(\.action) == ["split"])
            }
            #expect(try await fixture.records.cases.issueIDs(of: outcome.after.caseID).count == 3)
            #expect(try await fixture.findings() == [])
        }
    }
}

/// Reads the one text column of a query as the superuser.
func rows(_ fixture: TestFixture, _ sql: String) async throws -> [String] {
    try await fixture.database.withConnection { connection in
        try await connection.query(sql).map { try $0.text(0) }
    }
}
