import Casework
import DatabaseSupport
import Engine
import Notices
import Postgres
import Store
import Testing
import WorkingTime

/// What several statements read of one thing, while it changes between them.
@Suite("One moment")
struct OneMomentTests {
    @Test("is shown of an issue and its clocks")
    func clocks() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let before = try await fixture.records.issues.issues([issue])
            try #require(before[0].clocks.isEmpty == false)
            let during = try await reading(fixture, while: "clock", changesBy: "DELETE FROM clock")
            {
                try await fixture.records.issues.issues([issue])
            }
            #expect(during == before)
            #expect(try await fixture.records.issues.issues([issue])[0].clocks.isEmpty)
        }
    }

    @Test("is shown of a delivery and its tries")
    func tries() async throws {
        try await withFixture { fixture in
            _ = try await DeliveryTests.subscribe(fixture)
            _ = try await fixture.file()
            try #require(try await DeliveryTests.drained(fixture, count: 1))
            let claimed = try await DeliveryTests.claim(fixture)[0]
            try await fixture.records.notices.settle([
                DeliveryTests.settled(claimed, .retry(at: DeliveryTests.wall))
            ])
            let before = try await fixture.records.deliveries.tried(claimed.id)
            try #require(before?.attempts.count == 1 && before?.delivery.tries == 1)
            let change = "DELETE FROM delivery_attempt; UPDATE delivery SET tries = 2"
            let during = try await reading(fixture, while: "delivery_attempt", changesBy: change) {
                try await fixture.records.deliveries.tried(claimed.id)
            }
            #expect(during == before)
            let after = try await fixture.records.deliveries.tried(claimed.id)
            #expect(after?.delivery.tries == 2 && after?.attempts.isEmpty == true)
        }
    }
}

/// Reads while the table that is read last is held, and then changed by a script.
private func reading<Value: Sendable>(
    _ fixture: TestFixture, while table: String, changesBy change: String,
    _ read: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await fixture.database.withConnection { other in
        try await other.execute(script: "SET session_replication_role = replica")
        try await other.execute(script: "BEGIN; LOCK TABLE \(table)")
        async let value = read()
        #expect(try await eventually { try await isWaitedForAtAll(other) })
        try await other.execute(script: change)
        try await other.execute(script: "COMMIT")
        return try await value
    }
}

/// Tells whether somebody waits for a lock of any kind that a connection holds.
private func isWaitedForAtAll(_ holder: PostgresConnection) async throws -> Bool {
    try await holder.query(
        "SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))"
    ).count > 0
}
