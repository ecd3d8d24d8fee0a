import Casework
import DatabaseSupport
import Engine
import Testing
import UseCases
import WorkingTime

@Suite("A list of duties")
struct DutyListTests {
    private static let overseers = ["cityOffice1", TestFixture.office, "industry.head", "officer1"]

    @Test("that oversees holds what is owed on all issues that are seen, for everybody")
    func all() async throws {
        try await withFixture { fixture in
            let sample = try await DutySample(fixture)
            let owed = try await sample.owed()
            #expect(owed.count > 30)
            var lengths = Set<Int>()
            for person in fixture.world.value.directory.persons {
                let asker = sample.asker(.person(person))
                let listed = try await sample.list("all", for: asker)
                let expected = owed.filter { asker.sees($0.issue) }.map(\.key)
                #expect(Set(listed) == Set(expected), "\(person.login)")
                #expect(listed.count == Set(listed).count, "\(person.login)")
                #expect(try await sample.count(.all, for: asker) == listed.count, "\(person.login)")
                lengths.insert(listed.count)
            }
            #expect(lengths.count > 5 && lengths.contains(0), "\(lengths)")
        }
    }

    @Test("of what is overdue is in order, and holds that alone")
    func overdue() async throws {
        try await withFixture { fixture in
            let sample = try await DutySample(fixture)
            let owed = try await sample.owed()
            for login in Self.overseers {
                let asker = sample.asker(try fixture.principal(login), after: 4 * 24 * 3600)
                let listed = try await sample.list("overdue", for: asker)
                let expected = owed.filter { one in
                    asker.sees(one.issue) && one.dueAt.map { $0 < asker.now } ?? false
                }
                #expect(Set(listed) == Set(expected.map(\.key)) && !listed.isEmpty, "\(login)")
                let dates = listed.compactMap { key in owed.first { $0.key == key }?.dueAt }
                #expect(dates == dates.sorted(), "\(login)")
            }
        }
    }

    @Test("on raised issues follows their level")
    func raised() async throws {
        try await withFixture { fixture in
            let sample = try await DutySample(fixture)
            let asker = sample.asker(try fixture.principal("cityOffice1"))
            #expect(try await sample.list("escalated", for: asker).isEmpty)
            let led = try await sample.owed().map(\.issue)
                .filter { $0.attributes.leadUnit == "industry" }.map(\.id)
            for issue in Set(led) {
                try await fixture.act(
                    "requestEscalation", on: issue, by: "industry.head", ["reason": .text("示例")])
            }
            let owed = try await sample.owed()
            for login in Self.overseers {
                let asker = sample.asker(try fixture.principal(login))
                let listed = try await sample.list("escalated", for: asker)
                let expected = owed.filter {
                    asker.sees($0.issue) && $0.issue.attributes.level > 0
                }
                #expect(Set(listed) == Set(expected.map(\.key)) && !listed.isEmpty, "\(login)")
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("of what is watched holds what climbed to somebody, and what its pairings are about")
    func watched() async throws {
        try await withFixture { fixture in
            let sample = try await DutySample(fixture)
            let owed = try await sample.owed()
            for person in fixture.world.value.directory.persons {
                let asker = sample.asker(.person(person))
                let scope = asker.scope
                let expected = owed.filter { one in
                    guard asker.sees(one.issue) else { return false }
                    let isPaired = one.issue.enterprise.map(scope.enterprises.contains) ?? false
                    let isOfChain = one.issue.attributes.chains.contains(
                        where: scope.chains.contains)
                    return isPaired || isOfChain
                        || one.issue.attributes.levelHolders.contains(where: scope.persons.contains)
                }
                let listed = try await sample.list("watched", for: asker)
                #expect(Set(listed) == Set(expected.map(\.key)), "\(person.login)")
            }
        }
    }

    @Test(
        "narrowed to what few or many issues have in common holds these alone, whoever asks",
        arguments: ["all", "others", "unit", "mine", "watched"])
    func narrowed(queue: String) async throws {
        try await withFixture { fixture in
            let sample = try await DutySample(fixture)
            let issues = Dictionary(
                try await sample.owed().map { ($0.key.issue, $0.issue) }
            ) { first, _ in first }
            var lengths = Set<Int>()
            for login in Self.narrowing {
                let asker = sample.asker(try fixture.principal(login))
                let whole = try await sample.list(queue, for: asker)
                for filter in DutySample.filters {
                    let listed = try await sample.list(queue, for: asker, filter.change)
                    let expected = whole.filter { key in
                        issues[key.issue].map(filter.isMeant) ?? false
                    }
                    #expect(listed == expected, "\(login): \(filter.name)")
                    lengths.insert(listed.count)
                }
            }
            #expect(lengths.count > 2 && lengths.contains(0), "\(lengths)")
        }
    }

    /// By division, by unit, by category, by pairing, by what climbed, and all.
    private static let narrowing =
        overseers + ["industry.handler", "humanResources.handler", "viceMayor"]

    @Test("narrowed while more is overseen than is read for it holds the same")
    func narrowedAmongMany() async throws {
        try await withFixture { fixture in
            let sample = try await DutySample(fixture)
            let asker = sample.asker(try fixture.principal("industry.head"))
            let before = try await sample.list("all", for: asker) { $0.category = "LAB" }
            #expect(!before.isEmpty)
            // More than is read past a filter, of another category, due before the rest.
            try await fixture.database.damage(Self.manyOfOne)
            let after = try await sample.list("all", for: asker) { $0.category = "LAB" }
            #expect(after == before)
            let escalated = try await sample.list("escalated", for: asker)
            #expect(escalated.isEmpty)
        }
    }

    /// Duties that a unit is asked for, beside those that were filed.
    private static let manyOfOne = """
        INSERT INTO open_duty (issue_id, slot, holder, part, actions, barred, since, due_at, is_paused,
                               is_blocked, class_rank, division, category, lead_unit, state, level)
        SELECT issue.id, 1000 + g, 'unit:industry', 'owes', '{act}', '{}', now(), '2026-01-01', false,
               false, 1, issue.division, 'PWR', unit.id, issue.state, 0
        FROM (SELECT * FROM issue WHERE category = 'PWR' AND is_open ORDER BY id LIMIT 1) AS issue
        JOIN unit ON unit.code = 'industry'
        CROSS JOIN generate_series(1, 4000) AS g;
        """
}
