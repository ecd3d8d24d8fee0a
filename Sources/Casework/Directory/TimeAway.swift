package import WorkingTime

/// A time in which somebody is away, and who acts instead.
package struct TimeAway: Hashable, Sendable {
    package let person: Person
    package let validity: Validity
    /// Who acts when it begins, or now where it has begun; nil: nobody.
    package let deputy: PersonID?
    /// True where the person does not come back, and the standing deputies act for a while.
    package let hasLeft: Bool
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
        persons.filter { ($0.leftAt != nil || absences[$0.id] != nil) && leads(head, $0) }
            .flatMap { timesAway(of: $0, from: now, upTo: now) }
    }

    /// Lists the times in which standing deputies act for who has left or is to leave, as far as they
    /// concern somebody: as deputy, or as head.
    package func vacancies(concerning viewer: Person, at now: Instant) -> [TimeAway] {
        persons.filter { leaver in
            leaver.leftAt != nil
                && (leads(viewer, leaver) || deputies[leaver.id]?.contains(viewer.id) ?? false)
        }.compactMap { vacancy(of: $0, from: now) }
    }

    private func timesAway(
        of person: Person, from now: Instant, upTo horizon: Instant
    ) -> [TimeAway] {
        let absent = (absences[person.id] ?? []).map(\.validity).filter { validity in
            validity.from.map { $0 <= horizon } ?? true && validity.until.map { now < $0 } ?? true
        }.map { timeAway(of: person, $0, from: now, hasLeft: false) }
        let vacant = [vacancy(of: person, from: now)].compactMap { $0 }
        return absent + vacant.filter { $0.beginning <= horizon }
    }

    /// Nil where the person stays, has no standing deputies, or left too long ago for them to act.
    private func vacancy(of person: Person, from now: Instant) -> TimeAway? {
        guard let time = vacancy(of: person), time.until.map({ now < $0 }) ?? true,
            deputies[person.id]?.isEmpty == false
        else { return nil }
        return timeAway(of: person, time, from: now, hasLeft: true)
    }

    private func timeAway(
        of person: Person, _ validity: Validity, from now: Instant, hasLeft: Bool
    ) -> TimeAway {
        let beginning = max(validity.from ?? now, now)
        return TimeAway(
            person: person, validity: validity,
            deputy: present(person, at: beginning)?.person.id, hasLeft: hasLeft)
    }
}

extension TimeAway {
    fileprivate var beginning: Instant { validity.from ?? .distantPast }
}
