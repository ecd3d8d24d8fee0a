package import Workflow
package import WorkingTime

/// Finds who holds a role where, at an instant. What a dissolved unit had, its successor has.
extension Directory {
    /// Lists those who hold the role over exactly this unit.
    package func holders(
        of role: Right.Role, over unit: UnitID, at instant: Instant
    ) -> [Person] {
        let unit = existing(unit, at: instant)
        return (index.byPost[HolderIndex.Post(role: role, unit: unit)] ?? [])
            .compactMap(person)
            .filter { person in
                person.grants.contains {
                    $0.role == role && $0.unit == unit && $0.validity.holds(at: instant)
                }
            }
    }

    /// Lists those who have one of the roles at some time.
    func whoEverHolds(_ roles: Set<Right.Role>) -> [Person] {
        var seen: Set<PersonID> = []
        return roles.flatMap { index.byRole[$0] ?? [] }.filter { seen.insert($0).inserted }
            .compactMap(person)
    }

    /// Lists those too who could have one of the roles for somebody else, or by a shift.
    func whoCouldHave(_ roles: Set<Right.Role>) -> [Person] {
        let own = whoEverHolds(roles)
        let known = Set(own.map(\.id))
        var others = Set(index.couldStandInFor.keys)
        if roles.contains(.handler) { others.formUnion(shifts.keys) }
        return own + others.subtracting(known).sorted().compactMap(person)
    }

    /// Lists those who hold the role over a unit of the division.
    package func holders(
        of role: Right.Role, in division: String, at instant: Instant,
        where isMeant: (Unit) -> Bool = { _ in true }
    ) -> [Person] {
        var seen: Set<PersonID> = []
        return (index.unitsByDivision[division] ?? []).compactMap(unit)
            .filter { $0.exists(at: instant) && isMeant($0) }
            .flatMap { holders(of: role, over: $0.id, at: instant) }
            .filter { seen.insert($0.id).inserted }
    }

    /// Lists those who hold the role over the unit, or over the nearest unit above that has any.
    package func nearestHolders(
        of role: Right.Role, above unit: UnitID, at instant: Instant
    ) -> [Person] {
        for ancestor in ancestors(of: existing(unit, at: instant)) {
            let found = holders(of: role, over: ancestor, at: instant)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Lists who is paired with a subject at a level of the ladder, chiefs first.
    package func paired(
        with subject: Pairing.Subject, level: Int, at instant: Instant
    ) -> [Person] {
        let persons = (index.byPairing[subject] ?? []).compactMap(person)
        func isPaired(_ person: Person, asChief isChief: Bool) -> Bool {
            person.pairings.contains {
                $0.subject == subject && $0.level == level && $0.isChief == isChief
                    && $0.validity.holds(at: instant)
            }
        }
        let chiefs = persons.filter { isPaired($0, asChief: true) }
        return chiefs
            + persons.filter { person in
                isPaired(person, asChief: false) && !chiefs.contains { $0.id == person.id }
            }
    }

    /// Lists who is on duty at a unit. Term: 值班.
    package func onDuty(at unit: UnitID, at instant: Instant) -> [Person] {
        (duties[existing(unit, at: instant)] ?? []).filter { $0.validity.holds(at: instant) }
            .compactMap { person($0.person) }
    }

    /// The unit, or the one that took over from it; itself where nobody did.
    package func existing(_ unit: UnitID, at instant: Instant) -> UnitID {
        var current = unit
        var seen: Set<UnitID> = [unit]
        while let found = self.unit(current), !found.exists(at: instant),
            let next = found.successor, seen.insert(next).inserted
        {
            current = next
        }
        return current
    }
}
