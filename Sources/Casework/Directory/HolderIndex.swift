import Workflow

/// Finds who could hold something without asking everybody: by role and unit, by pairing, by whom
/// they could stand in for.
struct HolderIndex: Sendable {
    struct Post: Hashable, Sendable {
        let role: Right.Role
        let unit: UnitID
    }

    private(set) var byPost: [Post: [PersonID]] = [:]
    /// Each person once.
    private(set) var byRole: [Right.Role: [PersonID]] = [:]
    private(set) var byPairing: [Pairing.Subject: [PersonID]] = [:]
    /// Whom each person could have to stand in for.
    private(set) var couldStandInFor: [PersonID: Set<PersonID>] = [:]
    private(set) var unitsByDivision: [String: [UnitID]] = [:]

    init(
        units: [Unit], persons: [Person], absences: [PersonID: [Absence]],
        deputies: [PersonID: [PersonID]]
    ) {
        for person in persons {
            for grant in person.grants {
                byPost[Post(role: grant.role, unit: grant.unit), default: []].append(person.id)
            }
            for role in Set(person.grants.map(\.role)) {
                byRole[role, default: []].append(person.id)
            }
            for pairing in person.pairings {
                byPairing[pairing.subject, default: []].append(person.id)
            }
        }
        for unit in units { unitsByDivision[unit.division, default: []].append(unit.id) }
        let direct = Self.direct(absences, deputies)
        let leaving = persons.filter { $0.leftAt != nil }.map(\.id)
        for person in Set(absences.keys).union(leaving) {
            for other in Self.reachable(from: person, by: direct) {
                couldStandInFor[other, default: []].insert(person)
            }
        }
    }

    private static func direct(
        _ absences: [PersonID: [Absence]], _ deputies: [PersonID: [PersonID]]
    ) -> [PersonID: Set<PersonID>] {
        var direct = deputies.mapValues(Set.init)
        for (person, absences) in absences {
            direct[person, default: []].formUnion(absences.compactMap(\.deputy))
        }
        return direct
    }

    private static func reachable(
        from person: PersonID, by direct: [PersonID: Set<PersonID>]
    ) -> Set<PersonID> {
        var found: Set<PersonID> = []
        var open = [person]
        while let next = open.popLast() {
            for other in direct[next] ?? [] where other != person && found.insert(other).inserted {
                open.append(other)
            }
        }
        return found
    }
}
