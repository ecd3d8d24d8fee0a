package import Casework
package import Store
import WorkingTime

/// Reads who exists: whoever asks, units, enterprises, officers and what they are paired with.
package struct ReadDirectory: Sendable {
    /// How long before it begins a deputy is shown that it will stand in. Units: seconds.
    private static let foresight: Int64 = 14 * 24 * 3600

    let enterprises: EnterpriseRecords

    package init(records: Records) {
        enterprises = records.enterprises
    }

    /// Tells for whom somebody stands in, now or soon, and who of those that it leads is away now.
    package func timesAway(
        concerning person: Person, _ asker: Asker
    ) -> (standsInFor: [TimeAway], away: [TimeAway]) {
        let directory = asker.world.directory
        let standing = directory.standingIn(
            person, from: asker.now, upTo: asker.now.adding(seconds: Self.foresight))
        return (standing, directory.away(ledBy: person, at: asker.now))
    }

    /// Lists units, of a division or all.
    ///
    /// - Parameter division: six digits.
    package func units(in division: String?, _ asker: Asker) throws(InputFault) -> [Unit] {
        let directory = asker.world.directory
        guard let division else { return directory.units }
        guard directory.division(division) != nil else {
            throw .unknownDivision(division)
        }
        return directory.units.filter { $0.division == division }
    }

    /// Searches by a part of the name or credit code, ordered by id.
    package func enterprises(
        like words: String, after place: EnterpriseID?, limit: Int
    ) async throws -> ResultPage<Enterprise> {
        ResultPage(
            try await enterprises.search(words, after: place, limit: limit + 1), limit: limit)
    }

    /// Lists officers with a role at a unit, or all, ordered by id.
    ///
    /// - Parameters:
    ///   - code: of the unit, or its name.
    ///   - place: the id of the last officer of the page before.
    package func officers(
        of code: String?, after place: Int64, limit: Int, _ asker: Asker
    ) throws(InputFault) -> ResultPage<OfficerToday> {
        let directory = asker.world.directory
        let unit = try FilterName(asker).unit(code)?.id
        let found = directory.persons.filter { person in
            person.id.rawValue > place
                && unit.map { id in person.grants.contains { $0.unit == id } } ?? true
        }.sorted { $0.id < $1.id }
        return ResultPage(found, limit: limit).map { OfficerToday($0, asker) }
    }
}

/// An officer as it stands today: what it holds, whether it is there, and who acts for it.
package struct OfficerToday: Sendable {
    package let person: Person
    /// Those that hold today.
    package let grants: [Person.Grant]
    package let isPresent: Bool
    /// Who acts now where the officer is away; nil where nobody does.
    package let deputy: PersonID?

    init(_ person: Person, _ asker: Asker) {
        let directory = asker.world.directory
        self.person = person
        grants = person.grants.filter { $0.validity.holds(at: asker.now) }
        isPresent = directory.isPresent(person, at: asker.now)
        deputy = isPresent ? nil : directory.present(person, at: asker.now)?.person.id
    }
}

extension InputFault {
    fileprivate static func unknownDivision(_ code: String) -> InputFault {
        .badParameter(
            "division", zh: "没有代码为“\(code.prefix(40))”的属地，应为六位代码。",
            en: "there is no division “\(code.prefix(40))”; give its six-digit code")
    }
}
