import Casework
import DatabaseSupport
import Engine
import Postgres
import Store
import Testing

@Suite("An issue that another transaction holds")
struct LockTests {
    @Test("holds up its own commands alone, and those not for ever")
    func lockedElsewhere() async throws {
        try await withDatabase { database in
            let fixture = try await TestFixture(database)
            let issues = try await fixture.file(count: 12).sorted()
            let held = Array(issues[..<2])
            try await database.withConnection { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query(
                    "SELECT id FROM issue WHERE id = ANY ($1) FOR UPDATE",
                    .int64s(held.map(\.rawValue)))
                // The rows stay held until everybody has an answer.
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for issue in held {
                        for number in 0..<4 {
                            group.addTask { try await expectRefused(issue, number, fixture) }
                        }
                    }
                    for issue in issues[2...] {
                        group.addTask {
                            try await fixture.act("accept", on: issue, by: TestFixture.office)
                        }
                    }
                    try await group.waitForAll()
                }
                _ = try await other.query("ROLLBACK")
            }
            for issue in held { try await fixture.act("accept", on: issue, by: TestFixture.office) }
            #expect(
                try await fixture.records.issues.issues(issues).allSatisfy {
                    $0.state == "accepted"
                })
            #expect(try await fixture.findings() == [])
            await fixture.close()
        }
    }

    private func expectRefused(
        _ issue: IssueID, _ number: Int, _ fixture: TestFixture
    ) async throws {
        do {
            try await fixture.act("accept", on: issue, by: TestFixture.office, key: "\(number)")
            Testing.Issue.record("\(issue) was accepted")
        } catch EngineFailure.locked {
            return
        }
    }

    @Test("goes on as soon as it is free")
    func freedInTime() async throws {
        try await withDatabase { database in
            let fixture = try await TestFixture(database)
            let issue = try await fixture.file()[0]
            try await database.withConnection { other in
                _ = try await other.query("BEGIN")
                _ = try await other.query(
                    "SELECT id FROM issue WHERE id = $1 FOR UPDATE", .int64(issue.rawValue))
                async let accepted = fixture.act("accept", on: issue, by: TestFixture.office)
                #expect(try await eventually { try await isWaitedFor(other) })
                _ = try await other.query("ROLLBACK")
                #expect(try await accepted.event.sequence == 2)
            }
            await fixture.close()
        }
    }
}

/// Tells whether somebody waits for what the transaction of a connection holds.
func isWaitedFor(_ holder: PostgresConnection) async throws -> Bool {
    try await holder.query(
        "SELECT pid FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid"
    ).count > 0
}
