import Casework
import DatabaseSupport
import Postgres
import Store
import Testing

@Suite("Moves of heads")
struct HeapOnlyUpdateTests {
    /// Gives each row a page of its own: pruning, which waits for transactions elsewhere in the
    /// cluster, is then not needed to make room.
    private static let spreading = "ALTER TABLE issue SET (fillfactor = 10); "

    @Test("touch no index: every update is heap only")
    func heapOnly() async throws {
        try await withDatabase { database in
            // The counts of a session are sure to be there once it has ended: hence two fixtures.
            let first = try await TestFixture(database)
            let issues = try await first.file(count: 50)
            try await forEach(issues) { try await first.bring($0, to: .inHandling) }
            await first.close()
            #expect(try await eventually { try await counts(database).all == 250 })
            try await database.withConnection {
                try await $0.execute(script: Self.spreading)
                try await $0.execute(script: "VACUUM FULL issue")
            }
            let before = try await counts(database)
            let fixture = try await TestFixture(database)
            try await forEach(issues) { issue in
                for round in 0..<4 {
                    try await fixture.act(
                        "reportProgress", on: issue, by: "industry.handler",
                        ["text": .text("进展正常")], key: "\(round)")
                }
            }
            await fixture.close()
            #expect(try await eventually { try await counts(database).all == before.all + 200 })
            #expect(try await counts(database).heapOnly == before.heapOnly + 200)
        }
    }

    private func forEach(
        _ issues: [IssueID], _ body: @escaping @Sendable (IssueID) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for issue in issues { group.addTask { try await body(issue) } }
            try await group.waitForAll()
        }
    }

    private func counts(_ database: TestDatabase) async throws -> (all: Int64, heapOnly: Int64) {
        try await database.withConnection { connection in
            let row = try await connection.query(
                "SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = 'issue'"
            ).first
            return (try row?.int64(0) ?? 0, try row?.int64(1) ?? 0)
        }
    }
}
