package import WorkingTime

/// A time in which somebody is away, and who acts instead.
package struct TimeAway: Hashable, Sendable {
    package let person: Person
    package let validity: Validity
    /// Who acts when it begins, or now where it has begun; nil: nobody.
    package let deputy: PersonID?
}

extension Directory {
    /// Lists the times in which somebody stands in for others, of those that begin up to an instant
    /// and have not ended; the first to begin comes first.
    package func standingIn(
        _ deputy: Person, from now: Instant, upTo horizon: Instant
    ) -> [TimeAway] {
        (index.couldStandInFor[deputy.id] ?? []).sorted().compactMap(person)
            .flatMap { timesAway(of: $0, from: now, upTo: horizon) }
            .filter { $0.deputy == deputy.id }
            .sorted { $0.beginning < $1.beginning }
    }

    /// Lists who is away now of those whom somebody leads, in the order of the directory.
    package func away(ledBy head: Person, at now: Instant) -> [TimeAway] {
        persons.filter { absences[$0.id] != nil && leads(head, $0) }
            .flatMap { timesAway(of: $0, from: now, upTo: now) }
    }

    private func timesAway(
        of person: Person, from now: Instant, upTo horizon: Instant
    ) -> [TimeAway] {
        (absences[person.id] ?? []).filter { absence in
            absence.validity.from.map { $0 <= horizon } ?? true
                && absence.validity.until.map { now < $0 } ?? true
        }.map { absence in
            let beginning = max(absence.validity.from ?? now, now)
            return TimeAway(
                person: person, validity: absence.validity,
                deputy: present(person, at: beginning)?.person.id)
        }
    }
}

extension TimeAway {
    fileprivate var beginning: Instant { validity.from ?? .distantPast }
}
