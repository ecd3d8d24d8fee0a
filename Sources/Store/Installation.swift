import Postgres
package import WorkingTime

/// What a database was created for.
package struct Installation: Sendable {
    package let isSimulated: Bool
    /// Where simulated time stood last; nil before the first start.
    package let simulatedNow: Instant?
    /// A UUID, drawn at `migrate`: what leaves the installation carries it, so that two of them never
    /// mix.
    package let id: String

    /// What time it is for the issues.
    package func now(_ wall: Instant) -> Instant {
        isSimulated ? simulatedNow ?? wall : wall
    }
}

/// Reads and keeps what the database was created for.
package struct InstallationRecords: Sendable {
    private let statements: NamedStatements

    package init(_ statements: NamedStatements) { self.statements = statements }

    package func read() async throws -> Installation {
        guard let row = try await statements.rows(.installation).first else {
            throw MigrationFault.notMigrated(0, program: 1)
        }
        return Installation(
            isSimulated: try row.bool("is_simulated"),
            simulatedNow: try row.instantOrNil("simulated_now"),
            id: try row.text("id"))
    }

    /// Marks a fresh database; a mark that is there already must agree.
    package func mark(isSimulated: Bool, at now: Instant) async throws {
        _ = try await statements.rows(
            .markInstallation, .bool(isSimulated), .timestamp(microseconds: now.microseconds))
        let found = try await read()
        if isSimulated, !found.isSimulated { throw MigrationFault.markDiffers(isSimulated: false) }
    }

    /// Sets simulated time where it has not begun; it never goes back.
    package func begin(simulatedAt start: Instant) async throws {
        guard try await read().simulatedNow == nil else { return }
        try await keep(simulatedNow: start)
    }

    /// Keeps where simulated time stands, unless it stands later already.
    package func keepSimulated(now: Instant) async throws {
        try await converting { try await keep(simulatedNow: now) }
    }

    private func keep(simulatedNow now: Instant) async throws {
        _ = try await statements.rows(
            .keepSimulatedNow, .timestamp(microseconds: now.microseconds))
    }
}
