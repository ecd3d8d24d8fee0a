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
        try await withHouse { house in
            if case .movingVersions = work {
                try await NextVersion.publish(try NextVersion.text(), in: house)
            }
            try await whileAnotherHolds(
                "SELECT pg_advisory_xact_lock(7233116)",
                thenTakes: """
                    SELECT (SELECT count(*) FROM (SELECT FROM person FOR UPDATE) AS rows)
                           + (SELECT count(*) FROM (SELECT FROM pairing FOR UPDATE) AS rows)
                           + (SELECT count(*) FROM (SELECT FROM access_token FOR UPDATE) AS rows)
                    """, in: house
            ) { try await Self.carryOut(work, house) }
        }
    }

    @Test("ends tokens by number, as whoever notes their use does")
    func tokens() async throws {
        try await withHouse { house in
            try await Self.run(Self.twoTokens, house)
            try await Self.run("UPDATE access_token SET label = label WHERE id = 1", house)
            let digests = ["2", "1"].map { LinkKey.digest(of: $0) }
            let day = try CalendarDate("2026-10-09")
            for work in [
                { try await house.records.access.noteTokenUses(digests, on: day) },
                { try await Self.carryOut(.importing, house) },
            ] as [@Sendable () async throws -> Void] {
                try await whileAnotherHolds(
                    "SELECT id FROM access_token WHERE id = 1 FOR NO KEY UPDATE",
                    thenTakes: "SELECT id FROM access_token WHERE id = 2 FOR NO KEY UPDATE",
                    in: house, work)
            }
            let ended = try await house.database.withConnection {
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

    private static func carryOut(_ work: Work, _ house: TestHouse) async throws {
        let (world, now) = (house.world.value, house.time.now)
        try await house.asOwner { transactions in
            switch work {
            case .importing:
                let chain = Roster.file(.chains, "code,nameZh,nameEn\nc1,示例链,Sample\n")
                _ = try await ImportRoster(
                    through: transactions, world: world, catalogue: house.catalogue, at: now
                ).put([chain], isDryRun: false)
            case .publishing:
                _ = try await Publish(through: transactions, by: .yaml, at: now)
                    .publish(try PublishedSamples.texts())
            case .handingOver:
                _ = try await handover(house).movePairings(through: transactions)
            case .movingVersions:
                try await NextVersion.mover(house, try NextVersion.move(in: house))
                    .publish(through: transactions)
            }
        }
    }

    private static func handover(_ house: TestHouse) throws -> HandOverIssues {
        let directory = house.world.value.directory
        let one = try #require(directory.person(login: "officer1")).id
        let two = try #require(directory.person(login: "officer2")).id
        return HandOverIssues(
            Handover(from: one, to: two, reason: "岗位调整"), by: two, in: house.world.value,
            house.records, at: house.time.now)
    }

    private static func run(_ statement: String, _ house: TestHouse) async throws {
        try await house.database.withConnection { _ = try await $0.query(statement) }
    }
}
