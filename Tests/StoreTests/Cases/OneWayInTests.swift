import Casework
import DatabaseSupport
import Engine
import Postgres
import Store
import Testing
import UseCases

/// Filings, actions and changes of many issues go through the same batches.
@Suite("The one way in")
struct OneWayInTests {
    @Test("takes filings and actions in one batch")
    func together() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            let office = try fixture.principal(TestFixture.office)
            var items = issues.map {
                BatchItem.command(fixture.command("accept", on: $0, by: office))
            }
            items += try (0..<4).map { .filing(try fixture.filing(count: 3, key: "new \($0)")) }
            items.append(
                .filing(try fixture.filing(key: "bad", fields: ["category": .text("XXX")])))
            let outcomes = try await fixture.store.transact(
                items, waiting: .none, deciding: Decider(world: fixture.world.value))
            let filed = outcomes.compactMap { outcome in
                if case .filing(.decided(let decision)) = outcome { decision } else { nil }
            }
            #expect(outcomes.count { if case .command(.decided) = $0 { true } else { false } } == 3)
            #expect(outcomes.count { if case .filing(.refused) = $0 { true } else { false } } == 1)
            #expect(filed.map(\.filed.number) == (2...5).map { "ZQ2026-00000\($0)" })
            #expect(filed[0].newIssues.map(\.after.number) == (1...3).map { "ZQ2026-000002-\($0)" })
            for created in filed.flatMap(\.newIssues) {
                #expect(try await fixture.issue(created.after.id).number == created.after.number)
            }
            let batches = try await rows(
                fixture, "SELECT cardinality(issue_ids)::text FROM outbox_batch ORDER BY position")
            #expect(batches == ["3", "15"])
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("takes what names an issue by id and what names it by number one after the other")
    func twoNames() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let number = try await fixture.issue(issue).number
            let office = try fixture.principal(TestFixture.office)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<40 {
                    let remind = fixture.command(
                        "remind", on: issue, by: office, fields: ["text": .text("请抓紧")],
                        key: "\(round)")
                    let named = Command(
                        issue: round % 2 == 0 ? .number(number) : .id(issue), intent: remind.intent,
                        principal: office, expected: .any, key: remind.key,
                        requestDigest: remind.requestDigest, receivedAt: remind.receivedAt)
                    group.addTask { _ = try await fixture.gateway.act(named) }
                }
                try await group.waitForAll()
            }
            #expect(try await fixture.events(issue).map(\.sequence) == Array(1...41))
            #expect(try await fixture.issue(issue).attributes.count("reminders") == 40)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("says of a number that nothing has what it says of an id that nothing has")
    func unknown() async throws {
        try await withFixture { fixture in
            let office = try fixture.principal(TestFixture.office)
            for issue in [IssueReference.number("ZQ2026-000001-1"), .id(IssueID(1))] {
                let accept = fixture.command("accept", on: IssueID(1), by: office)
                await #expect(throws: Refusal.unknownIssue) {
                    try await fixture.gateway.act(
                        Command(
                            issue: issue, intent: accept.intent, principal: office, expected: .any,
                            key: accept.key, requestDigest: accept.requestDigest,
                            receivedAt: accept.receivedAt))
                }
            }
        }
    }

    @Test("adds an enterprise once that several file for at once")
    func newEnterprise() async throws {
        try await withDatabase { database in
            let fixtures = [try await TestFixture(database), try await TestFixture(database)]
            let code = "91410100MADEMX0015"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, fixture) in (fixtures + fixtures + fixtures + fixtures).enumerated() {
                    let filing = try Self.filing(fixture, code, name: "新企业", key: "\(number)")
                    group.addTask { _ = try await fixture.gateway.file(filing) }
                }
                try await group.waitForAll()
            }
            let found = try await rows(
                fixtures[0],
                """
                SELECT count(DISTINCT enterprise_id) || ' ' || count(*)
                FROM filed_case JOIN enterprise ON enterprise.id = enterprise_id
                WHERE credit_code = '\(code)'
                """)
            #expect(found == ["1 8"])
            let nameless = try Self.filing(fixtures[0], "91410100MADEMX0023", name: nil, key: "x")
            await #expect(throws: InvalidFiling.self) {
                try await fixtures[0].gateway.file(nameless)
            }
            #expect(try await fixtures[0].findings() == [])
            for fixture in fixtures { await fixture.close() }
        }
    }

    private static func filing(
        _ fixture: TestFixture, _ code: String, name: String?, key: String
    ) throws -> Filing {
        let usual = try fixture.filing(key: key)
        return Filing(
            workflow: usual.workflow, enterprise: code, enterpriseName: name,
            source: usual.source, externalReference: nil, note: nil,
            creditCodeOverride: "示例代码，未登记", issues: usual.issues,
            principal: usual.principal, key: usual.key, requestDigest: usual.requestDigest,
            receivedAt: usual.receivedAt)
    }

    @Test("gives a reference that many file under at once to one of them")
    func reference() async throws {
        try await withFixture { fixture in
            let filed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    let filing = try fixture.filing(key: "\(number)", reference: "R-1")
                    group.addTask {
                        do {
                            _ = try await fixture.gateway.file(filing)
                            return true
                        } catch Refusal.externalReferenceTaken("R-1") {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(filed == 1)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("lets actions pass while the numbers of cases are held, and files once they are free")
    func numbersHeld() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 6)
            try await fixture.database.withConnection { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query("SELECT FROM case_numbering FOR UPDATE")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await #expect(throws: EngineFailure.self) {
                            try await fixture.file(key: "held")
                        }
                    }
                    for issue in issues {
                        group.addTask {
                            try await fixture.act("accept", on: issue, by: TestFixture.office)
                        }
                    }
                    try await group.waitForAll()
                }
                _ = try await other.query("ROLLBACK")
            }
            #expect(
                try await fixture.records.issues.issues(issues).allSatisfy {
                    $0.state == "accepted"
                })
            let later = try await fixture.file(key: "held")
            #expect(try await fixture.issue(later[0]).number == "ZQ2026-000002-1")
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("lets filings pass one that waits for an enterprise which another transaction adds")
    func enterpriseHeld() async throws {
        try await withFixture { fixture in
            let code = "91410100MADEMX0031"
            try await fixture.database.withConnection(as: TestCluster.owner) { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query(
                    """
                    INSERT INTO enterprise (credit_code, name, division, tags, search_bigrams)
                    VALUES ('\(code)', '新企业', '410105', '{}', '{}')
                    """)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let held = try Self.filing(fixture, code, name: "新企业", key: "held")
                    group.addTask {
                        await #expect(throws: EngineFailure.self) {
                            try await fixture.gateway.file(held)
                        }
                    }
                    for number in 0..<6 {
                        let free = try fixture.filing(key: "free \(number)")
                        group.addTask { _ = try await fixture.gateway.file(free) }
                    }
                    try await group.waitForAll()
                }
                _ = try await other.query("ROLLBACK")
            }
            let held = try Self.filing(fixture, code, name: "新企业", key: "held")
            guard case .filed(let filed, _) = try await fixture.gateway.file(held) else {
                Testing.Issue.record("it was filed before")
                return
            }
            #expect(filed.number == "ZQ2026-000007")
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("takes changes of many issues too, sent again where a connection was lost")
    func massChange() async throws {
        try await withDatabase { database in
            let first = FirstTime()
            let fixture = try await TestFixture(database) { real in
                InterposedStore(
                    real: real,
                    afterCommit: {
                        if first.take() { throw StoreFailure.transient("the answer was lost") }
                    })
            }
            let issues = try await fixture.file(count: 5)
            let report = try await Self.handover(fixture)
            #expect(!first.take())
            #expect(report.changedCount == issues.count)
            #expect(report.unchanged.isEmpty)
            for issue in issues {
                #expect(try await fixture.events(issue).map(\.action) == ["file", "handOver"])
            }
            #expect(try await fixture.findings() == [])
            await fixture.close()
        }
    }

    @Test("keeps what one issue of a change violates from the others")
    func bisected() async throws {
        try await withDatabase { database in
            let plain = try await TestFixture(database)
            let issues = try await plain.file(count: 5)
            let wrong = issues[2]
            let fixture = try await TestFixture(database) { real in
                InterposedStore(real: real, changing: { BatchTests.skipping(wrong, $0, $1) })
            }
            let report = try await Self.handover(fixture)
            #expect(report.changedCount == 4)
            #expect(report.unchanged.map(\.issue) == [try await plain.issue(wrong).number])
            #expect(try await plain.events(wrong).map(\.action) == ["file"])
            #expect(try await plain.findings() == [])
            await fixture.close()
            await plain.close()
        }
    }

    private static func handover(_ fixture: TestFixture) async throws -> MassChangeReport {
        let directory = fixture.world.value.directory
        let people = try ["officer1", "officer2", "administrator.system"].map {
            try #require(directory.person(login: $0)).id
        }
        return try await HandOverIssues(
            Handover(from: people[0], to: people[1], reason: "岗位调整"), by: people[2],
            in: fixture.world.value, fixture.records, at: fixture.time.now
        ).run(through: fixture.batcher)
    }

    @Test("makes no link of an enterprise without the key of links, and does the rest")
    func noKey() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await fixture.bring(issues[0], from: .inHandling, to: .reportedResolved)
            let keyless = PostgresCaseStore(
                database: fixture.store.database, world: fixture.world, linkKey: nil)
            let office = try fixture.principal(TestFixture.office)
            let approve = fixture.command(
                "approveResolution", on: issues[0], by: office, fields: ["grade": .text("good")])
            let note = fixture.command(
                "note", on: issues[1], by: try fixture.principal("industry.handler"),
                fields: ["text": .text("示例"), "visibility": .text("internal")])
            let outcomes = try await keyless.transact(
                [.command(approve), .command(note)], waiting: .none,
                deciding: Decider(world: fixture.world.value))
            guard case .command(.failed) = outcomes[0], case .command(.decided) = outcomes[1] else {
                Testing.Issue.record("\(outcomes)")
                return
            }
            #expect(LinkKey(bytes: []) == nil)
            #expect(try await fixture.findings() == [])
        }
    }
}
