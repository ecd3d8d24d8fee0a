import Casework
import Workflow
import WorkingTime

/// How letters say when.
extension NoticeWriter {
    /// Letters may be read on another day: the date is whole.
    func time(_ instant: Instant, of issue: Issue) -> String {
        let (today, local) = (zone(of: issue).date(at: now), zone(of: issue).local(instant))
        return DayWords(today: today, language: language)
            .whole(local.date, at: clockTime(local.secondOfDay))
    }

    func clockTime(_ second: Int64) -> String {
        [second / 3600, second % 3600 / 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
            .joined(separator: ":")
    }

    func zone(of issue: Issue) -> ZoneTable {
        world.definitions.workflow(issue.workflow).flatMap {
            world.calendars.current($0.definition.calendar)
        }?.zone ?? world.calendars.zone
    }

    /// A digest is read on its day.
    func near(_ instant: Instant, of issue: Issue) -> String {
        let (today, due) = (zone(of: issue).date(at: now), zone(of: issue).local(instant))
        return DayWords(today: today, language: language)
            .near(due.date, at: clockTime(due.secondOfDay))
    }
}
