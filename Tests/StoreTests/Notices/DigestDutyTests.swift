import Casework
import DatabaseSupport
import Engine
import Notices
import Store
import Testing
import WorkingTime

@Suite("What a digest reads of the rows of duties")
struct DigestDutyTests {
    @Test("is what its receiver owes, page by page, and how much it waits for")
    func owed() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            let world = fixture.world.value
            let now = Instant(microseconds: 1_800_000_000_000_000)
            let office = try #require(world.directory.person(login: TestFixture.office))
            let concern = DutyConcern(of: office, in: world, at: now)
            let owing = concern.own.sorted { $0.key < $1.key }.map { DutySide($0, .owes) }
            let notices = fixture.records.notices
            let first = try await notices.duties(
                on: owing, barring: office.id, after: nil, limit: 2)
            #expect(first.map(\.issue) == Array(issues.sorted().prefix(2)))
            let rest = try await notices.duties(
                on: owing, barring: office.id, after: first.last, limit: 2)
            #expect(rest.map(\.issue) == Array(issues.sorted().suffix(1)))
            #expect(try await Self.waitedFor(by: TestFixture.office, fixture, now).count == 0)
            let filer = try await Self.waitedFor(by: "officer1", fixture, now)
            #expect(filer == DutyCount(count: 3, hasMore: false))
            let most = try await Self.waitedFor(by: "officer1", fixture, now, upTo: 2)
            #expect(most.hasMore)
        }
    }

    private static func waitedFor(
        by login: String, _ fixture: TestFixture, _ now: Instant, upTo most: Int = 100
    ) async throws -> DutyCount {
        let world = fixture.world.value
        let person = try #require(world.directory.person(login: login))
        let own = DutyConcern(of: person, in: world, at: now).own
        return try await fixture.records.notices.dutyCount(
            on: own.sorted { $0.key < $1.key }.map { DutySide($0, .waits) }, notOwedBy: own,
            of: person.id, notAbout: [], upTo: most, at: now)
    }
}
