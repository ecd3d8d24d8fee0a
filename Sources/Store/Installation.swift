import Engine
package import Postgres
package import WorkingTime

/// Reads and keeps what the database was created for.
package struct Installation: Sendable {
    package let isSimulated: Bool
    /// Where simulated time stood last; nil before the first start.
    package let simulatedNow: Instant?
    /// A UUID, drawn at `migrate`: what leaves the house bears it, so that two of them never mix.
    package let id: String

    /// What time it is for the issues.
    package func now(_ wall: Instant) -> Instant {
        isSimulated ? simulatedNow ?? wall : wall
    }

    /// Marks a fresh database; a mark that is there already must agree.
    package static func mark(
        _ connection: PostgresConnection, _ queries: QueryCatalogue, isSimulated: Bool,
        at now: Instant
    ) async throws {
        _ = try await connection.query(
            queries.statement(
                .markInstallation, .bool(isSimulated), .timestamp(microseconds: now.microseconds)))
        let found = try await read(connection, queries)
        if isSimulated, !found.isSimulated { throw MigrationFault.markDiffers(isSimulated: false) }
    }

    /// Sets simulated time where it has not begun; it never goes back.
    package static func begin(
        _ connection: PostgresConnection, _ queries: QueryCatalogue, simulatedAt start: Instant
    ) async throws {
        guard try await read(connection, queries).simulatedNow == nil else { return }
        _ = try await connection.query(
            queries.statement(.keepSimulatedNow, .timestamp(microseconds: start.microseconds)))
    }

    package static func read(
        _ connection: PostgresConnection, _ queries: QueryCatalogue
    ) async throws -> Installation {
        guard let row = try await connection.query(queries.statement(.installation)).first else {
            throw MigrationFault.notMigrated(0, program: 1)
        }
        return Installation(
            isSimulated: try row.bool(0),
            simulatedNow: try row.timestampOrNil(1).map(Instant.init(microseconds:)),
            id: try row.text(2))
    }
}

extension PostgresCaseStore {
    package func keepSimulated(now: Instant) async throws {
        _ = try await read(.keepSimulatedNow, .timestamp(microseconds: now.microseconds))
    }
}
