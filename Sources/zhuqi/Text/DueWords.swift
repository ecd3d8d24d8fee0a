import Languages
import WorkingTime

/// Says when something is due as people say it: `今17:30`, `周五17:30`, `10月29日`.
struct DueWords {
    /// What time it is for the issues, RFC 3339; nil where that is not known.
    let now: String?
    let language: Language

    private static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]
    private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    func text(_ instant: String) -> String {
        guard let due = Self.date(instant), let today = now.flatMap(Self.date) else {
            return Timestamp.text(instant)
        }
        let time = String(Timestamp.text(instant).suffix(5))
        switch due.dayNumber - today.dayNumber {
        case 0: return language("今\(time)", "today \(time)")
        case 1: return language("明\(time)", "tomorrow \(time)")
        case -1: return language("昨\(time)", "yesterday \(time)")
        case 2...6:
            let place = Int((due.dayNumber + 3) % 7)
            return language("周\(Self.weekdays[place])\(time)", "\(Self.names[place]) \(time)")
        default: return date(due, today)
        }
    }

    /// How many days lie between; nil where one of the two is not known.
    func days(until instant: String) -> Int64? {
        guard let due = Self.date(instant), let today = now.flatMap(Self.date) else { return nil }
        return due.dayNumber - today.dayNumber
    }

    private func date(_ due: CalendarDate, _ today: CalendarDate) -> String {
        guard due.year == today.year else { return due.description }
        return language("\(due.month)月\(due.day)日", String(due.description.dropFirst(5)))
    }

    /// The date that stands in an instant, in the zone of its own offset.
    private static func date(_ instant: String) -> CalendarDate? {
        do { return try CalendarDate(String(instant.prefix(10))) } catch { return nil }
    }
}
