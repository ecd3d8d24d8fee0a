import DatabaseSupport
import Postgres
import Store
import Testing
import WorkingTime

/// A database in which a workflow was published while the actions of administrators were known by name.
@Suite("A database from before the actions of administrators had a column")
struct AdministrativeMigrationTests {
    @Test("keeps its moves, and a version that is published later gets the same")
    func moves() async throws {
        try await withEarlier { database, migrations in
            let before = try await moves(in: database, version: 1)
            #expect(before.count == 6)
            try await migrate(database, migrations)
            #expect(try await moves(in: database, version: 1) == before)
            try await publish(2, in: database)
            #expect(try await moves(in: database, version: 2) == before)
        }
    }

    @Test("refuses changed and further actions of administrators as it did any change")
    func guarded() async throws {
        try await withEarlier { database, migrations in
            try await migrate(database, migrations)
            let owner = Psql(database, as: TestCluster.owner)
            for script in [
                "UPDATE workflow_action SET administrative_reach = NULL;",
                "DELETE FROM workflow_action WHERE name = 'handOver';",
                "INSERT INTO workflow_action (name, administrative_reach) VALUES ('x', 'open');",
                "INSERT INTO workflow_move SELECT origin.id, action.id, origin.id "
                    + "FROM workflow_state AS origin, workflow_action AS action "
                    + "WHERE origin.name = 'gone' AND action.name = 'handOver';",
            ] {
                #expect(try owner.run(script).sqlState == "23514", "\(script)")
            }
        }
    }

    private func withEarlier(
        _ body: @escaping @Sendable (TestDatabase, [Migration]) async throws -> Void
    ) async throws {
        try await withDatabase(.empty) { database in
            let all = try Migration.all(in: Checkout.migrations)
            let earlier = Array(all.prefix { $0.title != "administrative actions" })
            #expect(earlier.count < all.count)
            try await migrate(database, earlier)
            try await database.withConnection(as: TestCluster.owner) {
                try await $0.execute(script: Self.publication(1, Self.movesByName))
            }
            try await body(database, Array(all.prefix(earlier.count + 1)))
        }
    }

    private func migrate(_ database: TestDatabase, _ migrations: [Migration]) async throws {
        let now = try Instant(rfc3339: TestFixture.opening)
        try await database.withConnection(as: TestCluster.owner) {
            _ = try await Migrator(migrations: migrations).migrate($0, at: now)
        }
    }

    /// Publishes a further version as the program does.
    private func publish(_ version: Int, in database: TestDatabase) async throws {
        try await database.withConnection(as: TestCluster.owner) { connection in
            try await connection.execute(script: Self.publication(version, Self.ownMoves))
            let id = try await connection.number(
                "SELECT id FROM workflow_version WHERE version = $1", .int32(Int32(version)))
            let queries = try QueryCatalogue(folder: Checkout.queries).queries
            let query = try #require(queries[.addAdministrativeMoves])
            _ = try await connection.query(query.sql, .int64(id))
        }
    }

    private func moves(in database: TestDatabase, version: Int) async throws -> Set<String> {
        let rows = try await database.withConnection {
            try await $0.query(
                """
                SELECT origin.name || ' ' || action.name || ' ' || target.name
                FROM workflow_move AS move
                JOIN workflow_action AS action ON action.id = move.action
                JOIN workflow_state AS origin ON origin.id = move.from_state
                JOIN workflow_state AS target ON target.id = move.to_state
                JOIN workflow_version AS version ON version.id = target.workflow_version_id
                WHERE version.version = $1
                """, .int32(Int32(version)))
        }
        return Set(try rows.map { try $0.text(0) })
    }

    private static let ownMoves =
        "('unborn', 'start', 'open'), ('open', 'end', 'ended'), ('ended', 'return', 'open')"

    private static let movesByName =
        ownMoves + ", ('open', 'adoptCalendar', 'open'), ('open', 'handOver', 'open'), "
        + "('ended', 'handOver', 'ended')"

    /// Publishes a version whose state `gone` nothing leaves.
    private static func publication(_ version: Int, _ moves: String) -> String {
        """
        BEGIN;
        INSERT INTO workflow_version (workflow, version, source, digest, published_at)
        VALUES ('sample', \(version), '', decode(repeat('00', 32), 'hex'), '2026-01-01Z');
        INSERT INTO workflow_state (workflow_version_id, name, is_open)
        SELECT version.id, state.name, state.is_open
        FROM workflow_version AS version,
             (VALUES ('open', true), ('ended', false), ('gone', false)) AS state (name, is_open)
        WHERE version.version = \(version);
        INSERT INTO workflow_action (name) VALUES ('start'), ('end'), ('return')
        ON CONFLICT DO NOTHING;
        INSERT INTO workflow_move (from_state, action, to_state)
        SELECT origin.id, action.id, target.id
        FROM (VALUES \(moves)) AS move (origin, action, target)
        JOIN workflow_version AS version ON version.version = \(version)
        JOIN workflow_state AS target
             ON target.name = move.target AND target.workflow_version_id = version.id
        JOIN workflow_state AS origin
             ON origin.name = move.origin
                AND coalesce(origin.workflow_version_id, version.id) = version.id
        JOIN workflow_action AS action ON action.name = move.action;
        COMMIT;
        """
    }
}
