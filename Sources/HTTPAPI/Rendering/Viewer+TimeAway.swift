import APIModel
import Casework
import Workflow
import WorkingTime

extension Viewer {
    /// Tells a person who it is, for whom it stands in, and who of those that it leads is away.
    func principal(
        _ person: Person, standsInFor standing: [TimeAway], away: [TimeAway], at now: Instant
    ) -> PrincipalAnswer {
        let grants = person.grants.compactMap { grant in
            world.directory.unit(grant.unit).map {
                PrincipalAnswer.Grant(
                    role: grant.role.rawValue, roleLabel: label(grant.role.label),
                    unit: UnitAnswer(code: $0.code, name: text($0.name)))
            }
        }
        return PrincipalAnswer(
            login: person.login, name: person.name, grants: grants,
            standsInFor: answers(standing, at: now), away: answers(away, at: now),
            now: time(now, world.calendars.zone))
    }

    private func answers(
        _ times: [TimeAway], at now: Instant
    ) -> [PrincipalAnswer.TimeAway]? {
        guard !times.isEmpty else { return nil }
        return times.map { time in
            PrincipalAnswer.TimeAway(
                officer: PersonAnswer(login: time.person.login, name: time.person.name),
                from: time.validity.from.map { world.calendars.zone.date(at: $0).description },
                until: time.validity.until.map {
                    world.calendars.zone.date(at: $0.adding(seconds: -1)).description
                },
                hasBegun: time.validity.from.map { $0 <= now } ?? true,
                deputy: self.person(time.deputy))
        }
    }

    func unitDetail(_ unit: Unit) -> UnitDetailAnswer {
        UnitDetailAnswer(
            code: unit.code, name: text(unit.name), kind: unit.kind.rawValue,
            division: unit.division, functions: unit.functions, aliases: unit.aliases)
    }
}
