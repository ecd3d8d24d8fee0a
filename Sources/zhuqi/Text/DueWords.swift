import Languages
import Workflow
import WorkingTime

/// Says when something is due as people say it: `今17:30`, `周五17:30`, `10月29日`.
struct DueWords {
    /// What time it is for the issues, RFC 3339; nil where that is not known.
    let now: String?
    let language: Language

    func text(_ instant: String) -> String {
        guard let due = Self.date(instant), let today = now.flatMap(Self.date) else {
            return Timestamp.text(instant)
        }
        return DayWords(today: today, language: language)
            .near(due, at: String(Timestamp.text(instant).suffix(5)))
    }

    /// How many days lie between; nil where one of the two is not known.
    func days(until instant: String) -> Int64? {
        guard let due = Self.date(instant), let today = now.flatMap(Self.date) else { return nil }
        return due.dayNumber - today.dayNumber
    }

    /// The date that stands in an instant, in the zone of its own offset.
    private static func date(_ instant: String) -> CalendarDate? {
        do { return try CalendarDate(String(instant.prefix(10))) } catch { return nil }
    }
}
