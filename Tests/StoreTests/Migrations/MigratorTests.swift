import DatabaseSupport
import Foundation
import Postgres
import Store
import Testing
import WorkingTime

@Suite("Migrating")
struct MigratorTests {
    @Test("applies each migration once, and twice changes nothing")
    func once() async throws {
        try await withDatabase(.empty) { database in
            let migrations = try Migration.all(in: Checkout.migrations)
            let first = try await migrate(database, migrations)
            #expect(first == migrations.map(\.title))
            #expect(try await migrate(database, migrations) == [])
            let noted = try await database.withConnection {
                try await $0.number("SELECT count(*) FROM schema_migration")
            }
            #expect(noted == Int64(migrations.count))
        }
    }

    @Test("by two at once applies each migration once")
    func twoAtOnce() async throws {
        try await withDatabase(.empty) { database in
            let migrations = try Migration.all(in: Checkout.migrations)
            async let one = migrate(database, migrations)
            async let other = migrate(database, migrations)
            let applied = try await [one, other].map(\.count).sorted()
            #expect(applied == [0, migrations.count])
        }
    }

    @Test("refuses a migration that was changed after it was applied")
    func changed() async throws {
        try await withMigrated { database in
            let folder = try Scratch.folder(holding: try texts { $0 + "-- one more word\n" })
            defer { Scratch.remove(folder) }
            await #expect(
                throws: MigrationFault.changed(number: 1, title: "directory and definitions")
            ) { try await migrate(database, try Migration.all(in: folder)) }
        }
    }

    @Test("refuses a database that is newer than the program, and to serve an older one")
    func otherVersions() async throws {
        try await withMigrated { database in
            let all = try Migration.all(in: Checkout.migrations)
            let fewer = Array(all.dropLast())
            await #expect(
                throws: MigrationFault.newerDatabase(all.count, program: fewer.count)
            ) { try await migrate(database, fewer) }
            let more = try all + Migration.all(in: Checkout.migrations).prefix(1)
            await #expect(throws: MigrationFault.notMigrated(all.count, program: more.count)) {
                try await database.withConnection {
                    try await Migrator(migrations: more).requireCurrent($0)
                }
            }
        }
    }

    @Test("leaves nothing of a migration that fails, and lets the next try go on")
    func atomic() async throws {
        try await withDatabase(.empty) { database in
            let broken = header + "CREATE TABLE half (id bigint);\nSELECT 1 / 0;\n"
            let folder = try Scratch.folder(holding: ["0001_broken.sql": broken])
            defer { Scratch.remove(folder) }
            await #expect(throws: PostgresError.self) {
                try await migrate(database, try Migration.all(in: folder))
            }
            let migrations = try Migration.all(in: Checkout.migrations)
            #expect(try await migrate(database, migrations).count == migrations.count)
            let left = try await database.withConnection {
                try await $0.number("SELECT count(*) FROM pg_class WHERE relname = 'half'")
            }
            #expect(left == 0)
        }
    }

    @Test("lets no token last longer than a year, nor one that was to")
    func tokens() async throws {
        try await withDatabase(.empty) { database in
            let all = try Migration.all(in: Checkout.migrations)
            let before = all.prefix { $0.title != "tokens" }
            #expect(before.count < all.count)
            try await migrate(database, Array(before))
            try await database.withConnection(as: TestCluster.owner) {
                try await $0.execute(script: Self.longTokens)
            }
            let warnings = try await migrating(database, all).flatMap(\.warnings)
            #expect(warnings == ["1 tokens now end 366 days after they were issued"])
            let days = try await database.withConnection {
                try await $0.query(
                    "SELECT extract(day FROM expires_at - issued_at)::int FROM access_token "
                        + "ORDER BY id")
            }
            #expect(try days.map { try $0.int32(0) } == [180, 366, 366])
            await #expect(throws: PostgresError.self) {
                try await database.withConnection {
                    try await $0.execute(
                        script: "UPDATE access_token SET expires_at = '9999-01-01'")
                }
            }
        }
    }

    private static let longTokens = """
        INSERT INTO person (login, name) VALUES ('one', '示例甲');
        INSERT INTO access_token (digest, person_id, label, issued_at, expires_at)
        SELECT sha256(days::text::bytea), person.id, 'issued', '2026-01-01Z',
               '2026-01-01Z'::timestamptz + make_interval(hours => days * 24)
        FROM person CROSS JOIN (VALUES (180), (366), (3650)) AS lasting (days)
        ORDER BY days;
        """

    private let header = "-- Why: a test\n-- Breaking: no\n-- Locks: none\n"

    private func withMigrated(
        _ body: @escaping @Sendable (TestDatabase) async throws -> Void
    ) async throws {
        try await withDatabase(.empty) { database in
            _ = try await migrate(database, try Migration.all(in: Checkout.migrations))
            try await body(database)
        }
    }

    /// - Returns: the titles of what was applied.
    @discardableResult
    private func migrate(
        _ database: TestDatabase, _ migrations: [Migration]
    ) async throws -> [String] {
        try await migrating(database, migrations).map(\.title)
    }

    private func migrating(
        _ database: TestDatabase, _ migrations: [Migration]
    ) async throws -> [Migrator.Applied] {
        let now = try Instant(rfc3339: TestFixture.opening)
        return try await database.withConnection(as: TestCluster.owner) {
            try await Migrator(migrations: migrations).migrate($0, at: now)
        }
    }

    /// The migrations' texts by file name, each changed.
    private func texts(_ change: (String) -> String) throws -> [String: String] {
        try Checkout.files(in: Checkout.migrations, ending: ".sql").reduce(into: [:]) {
            $0[$1.lastPathComponent] = change(try String(contentsOf: $1, encoding: .utf8))
        }
    }
}
