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
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .dispatched)
            let stored = try await rows(
                house,
                "SELECT workflow_state.name FROM issue "
                    + "JOIN workflow_state ON workflow_state.id = issue.state")
            #expect(stored == ["dispatched"])
            let events = try await rows(
                house,
                "SELECT sequence || ' ' || workflow_action.name FROM issue_event "
                    + "JOIN workflow_action ON workflow_action.id = action ORDER BY sequence")
            #expect(events == ["1 file", "2 accept", "3 triage", "4 dispatch"])
            let clocks = try await rows(
                house,
                "SELECT kind || ' ' || status || ' ' || COALESCE(party, '-') FROM clock "
                    + "ORDER BY number")
            #expect(clocks.first == "accept met office.410105")
            #expect(clocks.contains("resolve running industry"))
            #expect(clocks.contains("support running humanResources"))
            #expect(try await house.findings() == [])
        }
    }

    @Test("takes an issue all the way, the enterprise closing it by its link")
    func wholePath() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .awaitingEvaluation)
            let link = try await house.records.access.link(
                digest: LinkKey.digest(of: TestHouse.linkKey.token(issue: issue, number: 1)))
            #expect(link?.issue == issue)
            #expect(link?.number == 1)
            let asked = try await house.events(issue).last?.body.link
            #expect(link?.expiresAt == asked?.expiresAt)
            let outcome = try await house.desk.act(
                house.command(
                    "evaluate", on: issue, by: .enterprise(issue, link: 9),
                    fields: ["evaluation": .text("satisfied")]))
            #expect(outcome.after.state == "closedOut")
            #expect(try await house.issue(issue).liveClocks == [])
            let open = try await rows(house, "SELECT is_open::text FROM issue")
            #expect(open == ["false"])
            #expect(try await house.findings() == [])
        }
    }

    @Test("that is refused writes nothing, and says what is allowed")
    func refused() async throws {
        try await withHouse { house in
            let victim = try await Victim(house)
            let issue = try #require(victim.variables["issue"].flatMap { Int64($0) })
            let before = try await victim.record()
            await #expect(throws: Refusal.self) {
                try await house.act("accept", on: IssueID(issue), by: TestHouse.office, key: "late")
            }
            await #expect(throws: Refusal.forbidden(action: "accept")) {
                try await house.act("accept", on: IssueID(issue), by: "officer1")
            }
            await #expect(throws: Refusal.unknownIssue) {
                try await house.act("note", on: IssueID(issue), by: "customs.handler")
            }
            await #expect(throws: Refusal.unknownIssue) {
                try await house.act("note", on: IssueID(424242), by: TestHouse.office)
            }
            #expect(try await victim.record() == before)
        }
    }

    @Test("on a version that has passed is stale")
    func stale() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            let office = try house.principal(TestHouse.office)
            let accept = house.command("accept", on: issue, by: office, expected: .exactly(1))
            #expect(try await house.desk.act(accept).event.sequence == 2)
            let late = house.command(
                "triage", on: issue, by: office, fields: ["class": .text("B")],
                expected: .exactly(1))
            await #expect(throws: Refusal.stale(version: 2)) { try await house.desk.act(late) }
        }
    }

    @Test("sent again gives the first answer, also after the issue moved on")
    func replay() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            let office = try house.principal(TestHouse.office)
            let command = house.command("accept", on: issue, by: office)
            let first = try await house.desk.act(command)
            try await house.act("triage", on: issue, by: TestHouse.office, ["class": .text("B")])
            let again = try await house.desk.act(command)
            #expect(!first.isReplay)
            #expect(again.isReplay)
            #expect(again.event == first.event)
            #expect(again.after == first.after)
            #expect(try await house.events(issue).count == 3)
            let other = house.command("accept", on: issue, by: office, request: "another")
            await #expect(throws: Refusal.keyReused) { try await house.desk.act(other) }
        }
    }

    @Test("that splits an issue brings its parts to life beside it")
    func split() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .accepted)
            let parts = ["LAB", "FIN"].map { category in
                FieldValue.object([
                    "category": .text(category), "title": .text("部分"),
                    "description": .text("其中一项"),
                ])
            }
            let outcome = try await house.act(
                "split", on: issue, by: TestHouse.office,
                ["issues": .list(parts), "reason": .text("两件事")])
            #expect(outcome.births.map(\.state) == ["accepted", "accepted"])
            #expect(outcome.births.map(\.attributes.category) == ["LAB", "FIN"])
            for birth in outcome.births {
                #expect(try await house.issue(birth.id) == birth)
                #expect(try await house.events(birth.id).map(\.action) == ["split"])
            }
            #expect(try await house.records.cases.issueIDs(of: outcome.after.caseID).count == 3)
            #expect(try await house.findings() == [])
        }
    }
}

/// Reads the one text column of a query as the superuser.
func rows(_ house: TestHouse, _ sql: String) async throws -> [String] {
    try await house.database.withConnection { connection in
        try await connection.query(sql).map { try $0.text(0) }
    }
}
