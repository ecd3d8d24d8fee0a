import Workflow
package import WorkingTime

/// Somebody who is there, and for whom it stands in.
package struct Presence: Hashable, Sendable {
    package let person: Person
    /// Who is away, first the one whose post it is; empty where the person holds it itself.
    package let insteadOf: [PersonID]
}

/// Finds who is there in place of somebody absent.
extension Directory {
    /// Tells whether a person is in service and not away.
    package func isPresent(_ person: Person, at instant: Instant) -> Bool {
        absence(of: person, at: instant) == nil && (person.leftAt.map { instant < $0 } ?? true)
    }

    /// Finds the person itself, or the deputy who is there, or that one's; nil where nobody is.
    ///
    /// Nobody is asked twice, so deputies in a circle come to an end.
    ///
    /// - Parameter mayAct: who is passed over, as though absent.
    package func present(
        _ person: Person, at instant: Instant, where mayAct: (Person) -> Bool = { _ in true }
    ) -> Presence? {
        var asked: Set<PersonID> = []
        return present(person, insteadOf: [], at: instant, mayAct, &asked)
    }

    private func present(
        _ person: Person, insteadOf: [PersonID], at instant: Instant,
        _ mayAct: (Person) -> Bool, _ asked: inout Set<PersonID>
    ) -> Presence? {
        guard asked.insert(person.id).inserted else { return nil }
        if isPresent(person, at: instant) {
            // Whoever is there and may not act has no deputy for that.
            return mayAct(person) && mayStandIn(person, for: insteadOf.first, at: instant)
                ? Presence(person: person, insteadOf: insteadOf) : nil
        }
        let absent = insteadOf.compactMap(self.person) + [person]
        for deputy in deputies(of: person, at: instant).compactMap(self.person)
        where absent.allSatisfy({ SubstitutionRule.fits(deputy, for: $0, at: instant) }) {
            let found = present(
                deputy, insteadOf: insteadOf + [person.id], at: instant, mayAct, &asked)
            if let found { return found }
        }
        return nil
    }

    /// Asks the rule anew at each moment, of the two at the ends of a line of deputies: each step of it
    /// may be permitted and the whole not, and people change their posts.
    private func mayStandIn(
        _ person: Person, for first: PersonID?, at instant: Instant
    ) -> Bool {
        guard let absent = first.flatMap(self.person) else { return true }
        return obstacle(to: person, standingInFor: absent, by: substitution, at: instant) == nil
    }

    /// Finds the absence that a person has noted for an instant; nil where it has none.
    package func absence(of person: Person, at instant: Instant) -> Absence? {
        absences[person.id]?.first { $0.validity.holds(at: instant) }
    }

    /// Tells whether a person has any role at an instant, its own or that of whom it stands in for.
    func holdsAnything(_ person: Person, at instant: Instant) -> Bool {
        if !person.isDated, !person.grants.isEmpty { return true }
        return !acting(person, at: instant).grants.isEmpty
    }

    /// Who is asked to stand in: the one named for this absence, then the standing deputies, those of
    /// who has left for a while only.
    private func deputies(of person: Person, at instant: Instant) -> [PersonID] {
        guard vacancy(of: person).map({ instant < $0.until ?? instant }) ?? true else { return [] }
        let named = absence(of: person, at: instant)?.deputy
        return [named].compactMap { $0 } + (deputies[person.id] ?? []).filter { $0 != named }
    }

    /// The time in which deputies act for somebody who has left, or is to leave: as long as an absence
    /// may last, from the end of the office on. Nil for who stays.
    package func vacancy(of person: Person) -> Validity? {
        person.leftAt.map { leftAt in
            let seconds = Int64(substitution.longestInDays) * 24 * 3600
            return Validity(from: leftAt, until: leftAt.adding(seconds: seconds))
        }
    }

    /// The person as it stands at an instant: what it was granted and paired with then, and what
    /// those have for whom it stands in.
    package func acting(_ person: Person, at instant: Instant) -> Person {
        guard person.standsInFor.isEmpty else { return person }
        let lenders = (index.couldStandInFor[person.id] ?? []).sorted()
            .compactMap(self.person)
            .filter { present($0, at: instant)?.person.id == person.id && $0.id != person.id }
        let duties = (shifts[person.id] ?? []).filter { $0.validity.holds(at: instant) }
        guard person.isDated || !lenders.isEmpty || !duties.isEmpty else { return person }
        guard person.leftAt.map({ instant < $0 }) ?? true else {
            return person.limited(grants: [], pairings: [])
        }
        let grants = lenders.flatMap { lender in
            lender.grants.map {
                Person.Grant(
                    role: $0.role, unit: $0.unit, validity: $0.validity, lentBy: lender.id)
            }
        }
        return person.limited(
            grants: (person.grants + grants + duties.map(Person.Grant.init)).filter {
                $0.validity.holds(at: instant)
            },
            pairings: (person.pairings + lenders.flatMap(\.pairings)).filter {
                $0.validity.holds(at: instant)
            },
            standsInFor: Set(lenders.map(\.id)))
    }
}

extension Person.Grant {
    /// Whoever is on duty handles for the unit while the shift lasts.
    fileprivate init(_ duty: DutyShift) {
        self.init(role: .handler, unit: duty.unit, validity: duty.validity)
    }
}

extension Person {
    fileprivate func limited(
        grants: [Grant], pairings: [Pairing], standsInFor: Set<PersonID> = []
    ) -> Person {
        Person(
            id: id, login: login, name: name, phone: phone, email: email, grants: grants,
            pairings: pairings, leftAt: leftAt, standsInFor: standsInFor)
    }
}
