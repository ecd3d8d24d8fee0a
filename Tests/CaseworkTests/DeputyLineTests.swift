import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `A line of deputies` {
    private static let now = Instant(microseconds: 0)
    /// 1 is the city; below it 2 and 3, below 2 are 4 and 5.
    private static let units = [nil, 1, 1, 2, 2].enumerated().map { index, parent in
        Unit(
            id: UnitID(Int64(index + 1)), code: "u\(index + 1)",
            name: Label(zh: "示例", en: "Unit"), kind: .governmentDepartment,
            parent: parent.map { UnitID(Int64($0)) }, division: "410100", functions: [],
            categories: [], aliases: [])
    }

    private static func person(_ number: Int, _ posts: [(Right.Role, Int)]) -> Person {
        Person(
            id: PersonID(Int64(number)), login: "p\(number)", name: "示例", phone: nil,
            grants: posts.map { .init(role: $0.0, unit: UnitID(Int64($0.1))) }, pairings: [])
    }

    private static func directory(
        _ persons: [Person], away: [Int], deputies: [Int: [Int]]
    ) -> Directory {
        Directory(
            units: units, persons: persons, divisions: [],
            absences: Dictionary(
                uniqueKeysWithValues: away.map {
                    (PersonID(Int64($0)), [Absence(validity: .always)])
                }),
            deputies: Dictionary(
                uniqueKeysWithValues: deputies.map { one, others in
                    (PersonID(Int64(one)), others.map { PersonID(Int64($0)) })
                }))
    }

    @Test func `does not lead two units up, though each step of it may be taken`() throws {
        // Of a street, of the district above it, of the city above that.
        let persons = [
            Self.person(1, [(.unitHead, 4)]), Self.person(2, [(.unitHead, 2)]),
            Self.person(3, [(.unitHead, 1)]), Self.person(4, [(.handler, 4)]),
        ]
        let one = persons[0]
        let far = Self.directory(persons, away: [1, 2], deputies: [1: [2], 2: [3]])
        #expect(far.present(one, at: Self.now) == nil)
        #expect(far.acting(persons[2], at: Self.now).standsInFor == [PersonID(2)])
        let second = Self.directory(persons, away: [1, 2], deputies: [1: [2, 4], 2: [3]])
        #expect(second.present(one, at: Self.now)?.person.id == PersonID(4))
        let near = Self.directory(persons, away: [1, 2], deputies: [1: [2], 2: [4]])
        #expect(near.present(one, at: Self.now)?.insteadOf == [PersonID(1), PersonID(2)])
    }

    @Test func `ends with who works elsewhere since it was named`() {
        let persons = [Self.person(1, [(.handler, 4)]), Self.person(2, [(.handler, 3)])]
        let moved = Self.directory(persons, away: [1], deputies: [1: [2]])
        #expect(moved.present(persons[0], at: Self.now) == nil)
        #expect(moved.acting(persons[1], at: Self.now) == persons[1])
    }

    @Test func `ends with somebody who may stand in for the first, or with nobody`() {
        var (longLines, refused) = (0, 0)
        for seed in UInt64(0)..<400 {
            var random = SplitMix64(seed: seed)
            let (directory, rule) = Self.drawn(&random)
            let loose = directory.governed(by: Self.anywhereBelow)
            let strict = directory.governed(by: rule)
            for person in strict.persons {
                let found = strict.present(person, at: Self.now)
                if let found, found.person.id != person.id {
                    let obstacle = strict.obstacle(
                        to: found.person, standingInFor: person, by: rule, at: Self.now)
                    #expect(obstacle == nil, "seed \(seed), \(person.login)")
                    #expect(found.insteadOf.first == person.id, "seed \(seed)")
                    if found.insteadOf.count > 1 { longLines += 1 }
                }
                if found == nil, loose.present(person, at: Self.now) != nil { refused += 1 }
            }
        }
        #expect(longLines > 100 && refused > 100, "\(longLines) lines, \(refused) refused")
    }

    private static let roles: [Right.Role] = [.serviceOfficer, .handler, .unitHead, .leader]
    private static let anywhereBelow = SubstitutionRule.usual

    /// Nine officers with one or two posts each, half of them away, and deputies for each.
    private static func drawn(
        _ random: inout SplitMix64
    ) -> (Directory, SubstitutionRule) {
        var persons: [Person] = []
        var deputies: [Int: [Int]] = [:]
        for number in 1...9 {
            let posts = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                (
                    roles.randomElement(using: &random) ?? .handler,
                    Int.random(in: 1...5, using: &random)
                )
            }
            persons.append(person(number, posts))
            deputies[number] = (1...9).filter { $0 != number }.shuffled(using: &random)
                .prefix(3).map { $0 }
        }
        let away = (1...9).filter { _ in Bool.random(using: &random) }
        let places = Dictionary(
            uniqueKeysWithValues: roles.map { role in
                let all = SubstitutionRule.Place.allCases
                return (role, Set(all.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }))
            })
        return (
            directory(persons, away: away, deputies: deputies),
            SubstitutionRule(longestInDays: 90, places: places)
        )
    }
}
