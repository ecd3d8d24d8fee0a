import Casework
import DatabaseSupport
import Engine
import Languages
import Postgres
import Store
import Testing
import UseCases
import WorkingTime

@Suite("The numbers of cases")
struct NumberingTests {
    @Test("have no holes, whatever is refused, taken back or killed meanwhile")
    func noHoles() async throws {
        try await withDatabase { database in
            let application = "zhuqi-numbering"
            let fixture = try await TestFixture(database, poolSize: 8, application: application)
            _ = try await fixture.gateway.file(fixture.filing(key: "first", reference: "R-1"))
            let killer = Task { try await Self.killAgainAndAgain(application, database) }
            // No more at once than a slow machine has a connection for in time.
            let filed = await withTaskGroup(of: Int.self) { group in
                for lane in 0..<12 { group.addTask { await Self.filed(lane, fixture) } }
                return await group.reduce(0, +)
            }
            killer.cancel()
            #expect(try await killer.value > 0, "nobody was killed")
            #expect(filed > 20)
            let numbers = try await Self.numbers(fixture)
            #expect(numbers.count >= filed + 1)
            let expected = (1...numbers.count).map { Self.number(2026, $0) }
            #expect(numbers == expected)
            #expect(try await fixture.findings() == [])
            await fixture.close()
        }
    }

    private static func filed(_ lane: Int, _ fixture: TestFixture) async -> Int {
        var count = 0
        for index in lane * 20..<(lane + 1) * 20 where await isFiled(index, fixture) { count += 1 }
        return count
    }

    /// Files one case of three kinds: a sound one, one that is refused, one whose reference is taken.
    private static func isFiled(_ index: Int, _ fixture: TestFixture) async -> Bool {
        do {
            let filing = try fixture.filing(
                count: 2, key: "filing \(index)", reference: index % 3 == 1 ? "R-1" : nil,
                fields: index % 3 == 2 ? ["category": .text("XXX")] : [:])
            if case .filed = try await fixture.gateway.file(filing) { return true }
            return false
        } catch {
            // Whose connection was killed twice is not told what became of it.
            return false
        }
    }

    /// Ends one session that is at work, and the next, so often that some filings are not made, and
    /// most are, however slow the machine is.
    ///
    /// - Returns: how many there were.
    private static func killAgainAndAgain(
        _ application: String, _ database: TestDatabase
    ) async throws -> Int64 {
        try await database.withConnection { connection in
            var killed: Int64 = 0
            while !Task.isCancelled, killed < 30 {
                killed += try await connection.number(
                    """
                    SELECT count(pg_terminate_backend(pid)) FROM (
                        SELECT pid FROM pg_stat_activity
                        WHERE application_name = $1 AND state <> 'idle'
                              AND datname = current_database()
                        ORDER BY random() LIMIT 1) AS one
                    """, .text(application))
                do {
                    try await Task.sleep(for: .milliseconds(50))
                } catch is CancellationError {
                    break
                }
            }
            return killed
        }
    }

    private static func numbers(_ fixture: TestFixture) async throws -> [String] {
        try await rows(fixture, "SELECT number FROM filed_case ORDER BY number")
    }

    private static func number(_ year: Int, _ place: Int) -> String {
        let digits = String(place)
        return "ZQ\(year)-" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    @Test("begin anew with each year, by the calendar of the workflow")
    func years() async throws {
        try await withFixture { fixture in
            for (key, at) in [
                ("a", "2026-12-31T23:59:00+08:00"), ("b", "2027-01-01T00:01:00+08:00"),
                ("c", "2027-01-02T09:00:00+08:00"), ("d", "2026-12-31T23:59:30+08:00"),
            ] {
                _ = try await fixture.file(key: key, at: try Instant(rfc3339: at))
            }
            #expect(
                try await Self.numbers(fixture) == [
                    "ZQ2026-000001", "ZQ2026-000002", "ZQ2027-000001", "ZQ2027-000002",
                ])
        }
    }

    @Test("that are missing are listed by the doctor, apart from those of the time before")
    func holes() async throws {
        try await withFixture { fixture in
            for key in ["a", "b", "c"] { _ = try await fixture.file(key: key) }
            try await fixture.database.damage(
                """
                UPDATE filed_case SET number = 'ZQ2026-000007' WHERE number = 'ZQ2026-000002';
                UPDATE case_numbering SET last = 9, drawn_until = 3;
                """)
            let report = try await Examine(
                fixture.records.examination, in: fixture.world.value, at: fixture.time.now
            ).examine()
            #expect(
                report.findings.map(\.problem.en) == [
                    "no case has the numbers ZQ2026-000004 to ZQ2026-000006",
                    "no case has the numbers ZQ2026-000008 to ZQ2026-000009",
                    "its number is not one of its case",
                ])
            #expect(report.notes.count == 1)
            #expect(report.notes[0].en.contains("the number ZQ2026-000002: drawn for filings"))
        }
    }

    @Test("go on where those before the counter ended, whose holes stay explained")
    func counterOfBefore() async throws {
        try await withDatabase(.empty) { database in
            let all = try Migration.all(in: Checkout.migrations)
            let before = Array(all.prefix { $0.title != "case numbering" })
            try await Self.migrate(database, before)
            try await database.damage(
                """
                INSERT INTO workflow_version (workflow, version, source, digest, published_at)
                VALUES ('before', 1, '', decode(repeat('00', 32), 'hex'), now())
                """)
            for (id, number) in [(7, "ZQ2026-000007"), (9, "ZQ2026-000009"), (12, "ZQ2027-000012")]
            {
                try await database.damage(
                    """
                    INSERT INTO filed_case (id, number, enterprise_id, workflow_version_id, source,
                                            filer, filed_at, command_key, request_digest)
                    VALUES (\(id), '\(number)', 1, 1, 'visit', 1, now(),
                            decode(md5('\(id)'), 'hex'), decode(repeat('00', 32), 'hex'))
                    """)
            }
            try await Self.migrate(database, all)
            let counters = try Psql(database).run(
                "SELECT year, begins_after, drawn_until, last FROM case_numbering ORDER BY year;")
            #expect(counters.output == "2026|6|9|9\n2027|11|12|12\n")
        }
    }

    private static func migrate(_ database: TestDatabase, _ migrations: [Migration]) async throws {
        let now = try Instant(rfc3339: TestFixture.opening)
        _ = try await database.withConnection(as: TestCluster.owner) {
            try await Migrator(migrations: migrations).migrate($0, at: now)
        }
    }
}
