import DatabaseSupport
import Postgres
import Store
import Testing
import WorkingTime

/// A database in which duties said nothing of where their issues belong.
@Suite("A database from before duties stood in the order of who oversees")
struct DutyOrderMigrationTests {
    @Test("has where an issue belongs in the rows of those who owe, and its complaint in all")
    func filled() async throws {
        try await withDatabase(.empty) { database in
            let all = try Migration.all(in: Checkout.migrations)
            let earlier = Array(all.prefix { $0.title != "duties in order" })
            #expect(earlier.count < all.count)
            try await migrate(database, earlier)
            try await database.damage(Self.rows)
            try await migrate(database, Array(all.prefix(earlier.count + 1)))
            let found = try await database.withConnection {
                try await $0.query(
                    """
                    SELECT concat_ws(' ', issue_id, holder, division, category, lead_unit, state,
                                     level, complained_unit)
                    FROM open_duty ORDER BY issue_id, holder
                    """)
            }
            #expect(
                try found.map { try $0.text(0) } == [
                    "1 office:o", "1 unit:u 410105 LAB 7 3 2", "2 office:o 5",
                    "2 unit:u 410102 FIN 4 0 5",
                ])
        }
    }

    private func migrate(_ database: TestDatabase, _ migrations: [Migration]) async throws {
        let now = try Instant(rfc3339: TestFixture.opening)
        try await database.withConnection(as: TestCluster.owner) {
            _ = try await Migrator(migrations: migrations).migrate($0, at: now)
        }
    }

    /// Two issues on which a unit owes something and an office waits; the second complains of a unit.
    private static let rows = """
        INSERT INTO issue (id, number, case_id, workflow_version_id, sequence, state, is_open, lead_unit,
                           supporting_units, complained_unit, class, class_rank, category, division,
                           level, due_at, attributes, clock_count, head_digest, created_at, updated_at)
        SELECT g, 'N' || g, g, 1, 1, g + 2, true, CASE g WHEN 1 THEN 7 END, '{}',
               CASE g WHEN 2 THEN 5 END, 'C', 1, CASE g WHEN 1 THEN 'LAB' ELSE 'FIN' END,
               CASE g WHEN 1 THEN '410105' ELSE '410102' END, CASE g WHEN 1 THEN 2 ELSE 0 END,
               'infinity', '{}', 0, decode(repeat('11', 32), 'hex'), now(), now()
        FROM generate_series(1, 2) AS g;
        INSERT INTO open_duty (issue_id, slot, holder, part, actions, barred, since, due_at, is_paused,
                               is_blocked, class_rank)
        SELECT g, 1, holder, part, '{act}', '{}', now(), 'infinity', false, false, 1
        FROM generate_series(1, 2) AS g
        CROSS JOIN (VALUES ('unit:u', 'owes'), ('office:o', 'waits')) AS held (holder, part);
        """
}
