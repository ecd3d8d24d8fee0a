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
        try await withHouse { house in
            let issues = try await house.file(count: 3)
            let office = try house.principal(TestHouse.office)
            var items = issues.map {
                BatchItem.command(house.command("accept", on: $0, by: office))
            }
            items += try (0..<4).map { .filing(try house.filing(count: 3, key: "new \($0)")) }
            items.append(.filing(try house.filing(key: "bad", fields: ["category": .text("XXX")])))
            let outcomes = try await house.store.transact(
                items, waiting: .none, deciding: Decider(world: house.world.value))
            let filed = outcomes.compactMap { outcome in
                if case .filing(.decided(let decision)) = outcome { decision } else { nil }
            }
            #expect(outcomes.count { if case .command(.decided) = $0 { true } else { false } } == 3)
            #expect(outcomes.count { if case .filing(.refused) = $0 { true } else { false } } == 1)
            #expect(filed.map(\.filed.number) == (2...5).map { "ZQ2026-00000\($0)" })
            #expect(filed[0].births.map(\.after.number) == (1...3).map { "ZQ2026-000002-\($0)" })
            for born in filed.flatMap(\.births) {
                #expect(try await house.issue(born.after.id).number == born.after.number)
            }
            let batches = try await rows(
                house, "SELECT cardinality(issue_ids)::text FROM outbox_batch ORDER BY position")
            #expect(batches == ["3", "15"])
            #expect(try await house.findings() == [])
        }
    }

    @Test("takes what names an issue by id and what names it by number one after the other")
    func twoNames() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            let number = try await house.issue(issue).number
            let office = try house.principal(TestHouse.office)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<40 {
                    let remind = house.command(
                        "remind", on: issue, by: office, fields: ["text": .text("请抓紧")],
                        key: "\(round)")
                    let named = Command(
                        issue: round % 2 == 0 ? .number(number) : .id(issue), wish: remind.wish,
                        principal: office, expected: .any, key: remind.key,
                        requestDigest: remind.requestDigest, receivedAt: remind.receivedAt)
                    group.addTask { _ = try await house.desk.act(named) }
                }
                try await group.waitForAll()
            }
            #expect(try await house.events(issue).map(\.sequence) == Array(1...41))
            #expect(try await house.issue(issue).attributes.count("reminders") == 40)
            #expect(try await house.findings() == [])
        }
    }

    @Test("says of a number that nothing has what it says of an id that nothing has")
    func unknown() async throws {
        try await withHouse { house in
            let office = try house.principal(TestHouse.office)
            for issue in [IssueReference.number("ZQ2026-000001-1"), .id(IssueID(1))] {
                let accept = house.command("accept", on: IssueID(1), by: office)
                await #expect(throws: Refusal.unknownIssue) {
                    try await house.desk.act(
                        Command(
                            issue: issue, wish: accept.wish, principal: office, expected: .any,
                            key: accept.key, requestDigest: accept.requestDigest,
                            receivedAt: accept.receivedAt))
                }
            }
        }
    }

    @Test("adds an enterprise once that several file for at once")
    func newEnterprise() async throws {
        try await withDatabase { database in
            let houses = [try await TestHouse(database), try await TestHouse(database)]
            let code = "91410100MADEMX0015"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, house) in (houses + houses + houses + houses).enumerated() {
                    let filing = try Self.filing(house, code, name: "新企业", key: "\(number)")
                    group.addTask { _ = try await house.desk.file(filing) }
                }
                try await group.waitForAll()
            }
            let found = try await rows(
                houses[0],
                """
                SELECT count(DISTINCT enterprise_id) || ' ' || count(*)
                FROM filed_case JOIN enterprise ON enterprise.id = enterprise_id
                WHERE credit_code = '\(code)'
                """)
            #expect(found == ["1 8"])
            let nameless = try Self.filing(houses[0], "91410100MADEMX0023", name: nil, key: "x")
            await #expect(throws: InvalidFiling.self) { try await houses[0].desk.file(nameless) }
            #expect(try await houses[0].findings() == [])
            for house in houses { await house.close() }
        }
    }

    private static func filing(
        _ house: TestHouse, _ code: String, name: String?, key: String
    ) throws -> Filing {
        let usual = try house.filing(key: key)
        return Filing(
            workflow: usual.workflow, enterprise: code, enterpriseName: name,
            source: usual.source, externalReference: nil, note: nil,
            creditCodeOverride: "示例代码，未登记", issues: usual.issues,
            principal: usual.principal, key: usual.key, requestDigest: usual.requestDigest,
            receivedAt: usual.receivedAt)
    }

    @Test("gives a reference that many file under at once to one of them")
    func reference() async throws {
        try await withHouse { house in
            let filed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    let filing = try house.filing(key: "\(number)", reference: "R-1")
                    group.addTask {
                        do {
                            _ = try await house.desk.file(filing)
                            return true
                        } catch Refusal.externalReferenceTaken("R-1") {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(filed == 1)
            #expect(try await house.findings() == [])
        }
    }

    @Test("lets actions pass while the numbers of cases are held, and files once they are free")
    func numbersHeld() async throws {
        try await withHouse { house in
            let issues = try await house.file(count: 6)
            try await house.database.withConnection { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query("SELECT FROM case_numbering FOR UPDATE")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await #expect(throws: EngineFailure.self) {
                            try await house.file(key: "held")
                        }
                    }
                    for issue in issues {
                        group.addTask {
                            try await house.act("accept", on: issue, by: TestHouse.office)
                        }
                    }
                    try await group.waitForAll()
                }
                _ = try await other.query("ROLLBACK")
            }
            #expect(
                try await house.records.issues.issues(issues).allSatisfy { $0.state == "accepted" })
            let later = try await house.file(key: "held")
            #expect(try await house.issue(later[0]).number == "ZQ2026-000002-1")
            #expect(try await house.findings() == [])
        }
    }

    @Test("lets filings pass one that waits for an enterprise which another transaction adds")
    func enterpriseHeld() async throws {
        try await withHouse { house in
            let code = "91410100MADEMX0031"
            try await house.database.withConnection(as: TestCluster.owner) { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query(
                    """
                    INSERT INTO enterprise (credit_code, name, division, tags, search_bigrams)
                    VALUES ('\(code)', '新企业', '410105', '{}', '{}')
                    """)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let held = try Self.filing(house, code, name: "新企业", key: "held")
                    group.addTask {
                        await #expect(throws: EngineFailure.self) {
                            try await house.desk.file(held)
                        }
                    }
                    for number in 0..<6 {
                        let free = try house.filing(key: "free \(number)")
                        group.addTask { _ = try await house.desk.file(free) }
                    }
                    try await group.waitForAll()
                }
                _ = try await other.query("ROLLBACK")
            }
            let held = try Self.filing(house, code, name: "新企业", key: "held")
            guard case .filed(let filed, _) = try await house.desk.file(held) else {
                Testing.Issue.record("it was filed before")
                return
            }
            #expect(filed.number == "ZQ2026-000007")
            #expect(try await house.findings() == [])
        }
    }

    @Test("takes changes of many issues too, sent again where a connection was lost")
    func massChange() async throws {
        try await withDatabase { database in
            let first = FirstTime()
            let house = try await TestHouse(database) { real in
                InterposedStore(
                    real: real,
                    afterCommit: {
                        if first.take() { throw StoreFailure.transient("the answer was lost") }
                    })
            }
            let issues = try await house.file(count: 5)
            let report = try await Self.handover(house)
            #expect(!first.take())
            #expect(report.changedCount == issues.count)
            #expect(report.unchanged.isEmpty)
            for issue in issues {
                #expect(try await house.events(issue).map(\.action) == ["file", "handOver"])
            }
            #expect(try await house.findings() == [])
            await house.close()
        }
    }

    @Test("keeps what one issue of a change violates from the others")
    func bisected() async throws {
        try await withDatabase { database in
            let plain = try await TestHouse(database)
            let issues = try await plain.file(count: 5)
            let wrong = issues[2]
            let house = try await TestHouse(database) { real in
                InterposedStore(real: real, changing: { BatchTests.skipping(wrong, $0, $1) })
            }
            let report = try await Self.handover(house)
            #expect(report.changedCount == 4)
            #expect(report.unchanged.map(\.issue) == [try await plain.issue(wrong).number])
            #expect(try await plain.events(wrong).map(\.action) == ["file"])
            #expect(try await plain.findings() == [])
            await house.close()
            await plain.close()
        }
    }

    private static func handover(_ house: TestHouse) async throws -> MassChangeReport {
        let directory = house.world.value.directory
        let people = try ["officer1", "officer2", "administrator.system"].map {
            try #require(directory.person(login: $0)).id
        }
        return try await HandOverIssues(
            Handover(from: people[0], to: people[1], reason: "岗位调整"), by: people[2],
            in: house.world.value, house.records, at: house.time.now
        ).run(through: house.batcher)
    }

    @Test("makes no link of an enterprise without the key of links, and does the rest")
    func noKey() async throws {
        try await withHouse { house in
            let issues = try await house.file(count: 2)
            for issue in issues { try await house.bring(issue, to: .inHandling) }
            try await house.bring(issues[0], from: .inHandling, to: .reportedResolved)
            let keyless = PostgresCaseStore(
                database: house.store.database, world: house.world, linkKey: nil)
            let office = try house.principal(TestHouse.office)
            let approve = house.command(
                "approveResolution", on: issues[0], by: office, fields: ["grade": .text("good")])
            let note = house.command(
                "note", on: issues[1], by: try house.principal("industry.handler"),
                fields: ["text": .text("示例"), "visibility": .text("internal")])
            let outcomes = try await keyless.transact(
                [.command(approve), .command(note)], waiting: .none,
                deciding: Decider(world: house.world.value))
            guard case .command(.failed) = outcomes[0], case .command(.decided) = outcomes[1] else {
                Testing.Issue.record("\(outcomes)")
                return
            }
            #expect(LinkKey(bytes: []) == nil)
            #expect(try await house.findings() == [])
        }
    }
}
