import APIModel
import Casework
import Engine
import WorkingTime

extension Viewer {
    func absence(_ absence: NotedAbsence) -> AbsenceAnswer {
        AbsenceAnswer(
            officer: person(absence.person), from: absence.from.description,
            until: absence.until.description, deputy: person(absence.deputy),
            reason: absence.reason, endedAt: absence.endedAt.map { time($0, world.calendars.zone) })
    }

    /// Nil where it has no first day or no last.
    func vacancy(_ vacant: TimeAway) -> AbsenceAnswer? {
        guard let from = vacant.validity.from, let until = vacant.validity.until else { return nil }
        let zone = world.calendars.zone
        return AbsenceAnswer(
            officer: person(vacant.person.id), from: zone.date(at: from).description,
            until: zone.date(at: until.adding(seconds: -1)).description,
            deputy: person(vacant.deputy), reason: nil, endedAt: nil, hasLeft: true)
    }
}
