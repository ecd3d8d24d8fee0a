import Casework
import DatabaseSupport
import Definitions
import Engine
import Postgres
import Store
import Testing
import UseCases
import WorkingTime

@Suite("Whoever changes the directory as a whole")
struct DirectoryLockTests {
    enum Work: CaseIterable {
        case importing, publishing, handingOver, movingVersions
    }

    @Test("waits for others who do before it takes a single row", arguments: Work.allCases)
    func oneAtATime(work: Work) async throws {
        try await withFixture { fixture in
            if case .movingVersions = work {
                try await NextVersion.publish(try NextVersion.text(), in: fixture)
            }
            try await whileAnotherHolds(
                "SELECT pg_advisory_xact_lock(7233116)",
                thenTakes: """
                    SELECT (SELECT count(*) FROM (SELECT FROM person FOR UPDATE) AS rows)
                           + (SELECT count(*) FROM (SELECT FROM pairing FOR UPDATE) AS rows)
                           + (SELECT count(*) FROM (SELECT FROM access_token FOR UPDATE) AS rows)
                    """, in: fixture
            ) { try await Self.carryOut(work, fixture) }
        }
    }

    @Test("ends tokens by number, as whoever notes their use does")
    func tokens() async throws {
        try await withFixture { fixture in
            try await Self.run(Self.twoTokens, fixture)
            try await Self.run("UPDATE access_token SET label = label WHERE id = 1", fixture)
            let digests = ["2", "1"].map { LinkKey.digest(of: $0) }
            let day = try CalendarDate("2026-10-09")
            for work in [
                { try await fixture.records.access.noteTokenUses(digests, on: day) },
                { try await Self.carryOut(.importing, fixture) },
            ] as [@Sendable () async throws -> Void] {
                try await whileAnotherHolds(
                    "SELECT id FROM access_token WHERE id = 1 FOR NO KEY UPDATE",
                    thenTakes: "SELECT id FROM access_token WHERE id = 2 FOR NO KEY UPDATE",
                    in: fixture, work)
            }
            let ended = try await fixture.database.withConnection {
                try await $0.number(
                    "SELECT count(*) FROM access_token WHERE revoked_at IS NOT NULL "
                        + "AND last_used_on = '2026-10-09'")
            }
            #expect(ended == 2)
        }
    }

    /// Of somebody who has left by the day of the tests.
    private static let twoTokens = """
        WITH leaver AS (
            UPDATE person SET left_on = '2026-10-08' WHERE login = 'officer2' RETURNING id)
        INSERT INTO access_token (digest, person_id, label, issued_at, expires_at)
        SELECT sha256(number::text::bytea), leaver.id, 'issued', now(), now() + interval '30 days'
        FROM leaver CROSS JOIN generate_series(1, 2) AS number
        ORDER BY number
        """

    private static func carryOut(_ work: Work, _ fixture: TestFixture) async throws {
        let (world, now) = (fixture.world.value, fixture.time.now)
        try await fixture.asOwner { transactions in
            switch work {
            case .importing:
                let chain = Roster.file(.chains, "code,nameZh,nameEn\nc1,示例链,Sample\n")
                _ = try await ImportRoster(
                    through: transactions, world: world, catalogue: fixture.catalogue, at: now
                ).put([chain], isDryRun: false)
            case .publishing:
                _ = try await Publish(through: transactions, by: .yaml, at: now)
                    .publish(try PublishedSamples.texts())
            case .handingOver:
                _ = try await handover(fixture).movePairings(through: transactions)
            case .movingVersions:
                try await NextVersion.mover(fixture, try NextVersion.move(in: fixture))
                    .publish(through: transactions)
            }
        }
    }

    private static func handover(_ fixture: TestFixture) throws -> HandOverIssues {
        let directory = fixture.world.value.directory
        let one = try #require(directory.person(login: "officer1")).id
        let two = try #require(directory.person(login: "officer2")).id
        return HandOverIssues(
            Handover(from: one, to: two, reason: "岗位调整"), by: two, in: fixture.world.value,
            fixture.records, at: fixture.time.now)
    }

    private static func run(_ statement: String, _ fixture: TestFixture) async throws {
        try await fixture.database.withConnection { _ = try await $0.query(statement) }
    }
}
