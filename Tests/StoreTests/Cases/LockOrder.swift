import DatabaseSupport
import Postgres
import Testing

/// Two that meet: another transaction holds a row, somebody waits for it, and then the other takes what
/// comes later in the order of locks.
///
/// Who waits must not hold that already, or each would wait for the other.
///
/// - Parameters:
///   - first: a query that locks what the one who works takes first.
///   - second: a query that locks what it takes later.
func whileAnotherHolds(
    _ first: String, thenTakes second: String, in fixture: TestFixture,
    _ work: @escaping @Sendable () async throws -> Void
) async throws {
    try await fixture.database.withConnection { other in
        // Were there a deadlock, this one would be given up: the other might be repeated.
        _ = try await other.query("SET deadlock_timeout = '10ms'")
        _ = try await other.query("BEGIN")
        _ = try await other.query(first)
        async let worked: Void = work()
        #expect(try await eventually { try await isBlocking(other) })
        _ = try await other.query(second)
        _ = try await other.query("COMMIT")
        try await worked
    }
}

/// Tells whether somebody waits for any lock that a connection holds.
func isBlocking(_ holder: PostgresConnection) async throws -> Bool {
    try await holder.number(
        "SELECT count(*) FROM pg_locks WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))"
    )
        > 0
}
