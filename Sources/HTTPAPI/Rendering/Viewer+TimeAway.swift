import APIModel
import Casework
import WorkingTime

extension Viewer {
    /// How long before it begins a deputy is shown that it will stand in.
    private static let foresight: Int64 = 14 * 24 * 3600

    /// Tells a person for whom it stands in, and whoever leads others which of them are away.
    func principal(
        _ person: Person, grants: [PrincipalAnswer.Grant], at now: Instant
    ) -> PrincipalAnswer {
        let directory = world.directory
        let standing = directory.standingIn(
            person, from: now, upTo: now.adding(seconds: Self.foresight))
        return PrincipalAnswer(
            login: person.login, name: person.name, grants: grants,
            standsInFor: answers(standing, at: now),
            away: answers(directory.away(ledBy: person, at: now), at: now))
    }

    private func answers(
        _ times: [TimeAway], at now: Instant
    ) -> [PrincipalAnswer.TimeAway]? {
        guard !times.isEmpty else { return nil }
        return times.map { time in
            PrincipalAnswer.TimeAway(
                officer: PersonAnswer(login: time.person.login, name: time.person.name),
                from: time.validity.from.map { world.zone.date(at: $0).description },
                until: time.validity.until.map {
                    world.zone.date(at: $0.adding(seconds: -1)).description
                },
                hasBegun: time.validity.from.map { $0 <= now } ?? true,
                deputy: self.person(time.deputy))
        }
    }
}
