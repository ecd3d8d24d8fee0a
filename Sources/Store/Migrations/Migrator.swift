package import Postgres
package import WorkingTime

/// Brings a database to the program's schema, one migration after the other, under a lock.
package struct Migrator: Sendable {
    /// A migration that was applied, and what it warned of.
    package struct Applied: Hashable, Sendable {
        package let title: String
        /// In order; empty for most.
        package let warnings: [String]
    }

    private let migrations: [Migration]

    package init(migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Applies what is missing.
    ///
    /// - Returns: the migrations that were applied, in order.
    /// - Throws: `MigrationFault` where a file was changed or the database is newer.
    package func migrate(
        _ connection: PostgresConnection, at now: Instant
    ) async throws -> [Applied] {
        // Even the first step waits: two that create one table at once collide in the catalogue.
        _ = try await connection.query(Self.lock)
        do {
            let applied = try await applyMissing(connection, now)
            _ = try await connection.query(Self.unlock)
            return applied
        } catch {
            if connection.isUsable { _ = try await connection.query(Self.unlock) }
            throw error
        }
    }

    private func applyMissing(
        _ connection: PostgresConnection, _ now: Instant
    ) async throws -> [Applied] {
        try await connection.execute(script: Self.firstStep)
        let before = try await self.applied(connection)
        try check(before)
        var applied: [Applied] = []
        for migration in migrations where migration.number > before.count {
            applied.append(
                Applied(
                    title: migration.title,
                    warnings: try await apply(migration, connection, now)))
        }
        return applied
    }

    /// Refuses a database that is older or newer than the program.
    package func requireCurrent(_ connection: PostgresConnection) async throws {
        let applied = try await appliedOrNone(connection)
        try check(applied)
        guard applied.count == migrations.count else {
            throw MigrationFault.notMigrated(applied.count, program: migrations.count)
        }
    }

    /// A database without the table of migrations had none.
    private func appliedOrNone(
        _ connection: PostgresConnection
    ) async throws -> [(number: Int, digest: [UInt8])] {
        do {
            return try await applied(connection)
        } catch let error where error.sqlState == "42P01" {
            return []
        }
    }

    private func check(_ applied: [(number: Int, digest: [UInt8])]) throws(MigrationFault) {
        guard applied.count <= migrations.count else {
            throw .newerDatabase(applied.count, program: migrations.count)
        }
        for (done, migration) in zip(applied, migrations) where done.digest != migration.digest {
            throw .changed(number: migration.number, title: migration.title)
        }
    }

    private func applied(
        _ connection: PostgresConnection
    ) async throws(PostgresError) -> [(number: Int, digest: [UInt8])] {
        var applied: [(number: Int, digest: [UInt8])] = []
        for row in try await connection.query(Self.list) {
            applied.append((Int(try row.int32("number")), try row.bytes("digest")))
        }
        return applied
    }

    /// - Returns: what it warned of.
    private func apply(
        _ migration: Migration, _ connection: PostgresConnection, _ now: Instant
    ) async throws -> [String] {
        do {
            try await connection.execute(script: "BEGIN")
            let warnings = try await connection.warnings(executing: migration.sql)
            _ = try await connection.query(
                Statement(
                    name: "", sql: Self.note,
                    parameters: [
                        .int32(Int32(migration.number)), .text(migration.title),
                        .bytes(migration.digest), .timestamp(microseconds: now.microseconds),
                    ]))
            try await connection.execute(script: "COMMIT")
            return warnings
        } catch {
            if connection.isUsable { try await connection.execute(script: "ROLLBACK") }
            throw error
        }
    }

    // The migrator's own first step: the one place where SQL stands in Swift.
    private static let firstStep = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number     integer     PRIMARY KEY CHECK (number >= 1),
            title      text        NOT NULL,
            digest     bytea       NOT NULL CHECK (octet_length(digest) = 32),
            applied_at timestamptz NOT NULL
        )
        """
    private static let lock = Statement(
        name: "", sql: "SELECT pg_advisory_lock(7233114)", parameters: [])
    private static let unlock = Statement(
        name: "", sql: "SELECT pg_advisory_unlock(7233114)", parameters: [])
    private static let list = Statement(
        name: "", sql: "SELECT number, digest FROM schema_migration ORDER BY number",
        parameters: [])
    private static let note =
        "INSERT INTO schema_migration (number, title, digest, applied_at) VALUES ($1, $2, $3, $4)"
}
