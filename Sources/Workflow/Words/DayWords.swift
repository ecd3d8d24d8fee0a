package import Languages
package import WorkingTime

/// Says when something is due as people say it.
package struct DayWords: Sendable {
    package let today: CalendarDate
    package let language: Language

    private static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]
    private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    package init(today: CalendarDate, language: Language) {
        self.today = today
        self.language = language
    }

    /// For who reads it today: `今17:30`, `周五17:30`, `10月29日`.
    package func near(_ day: CalendarDate, at time: String) -> String {
        switch day.dayNumber - today.dayNumber {
        case 0: language("今\(time)", "today \(time)")
        case 1: language("明\(time)", "tomorrow \(time)")
        case -1: language("昨\(time)", "yesterday \(time)")
        case 2...6: language("\(weekday(of: day))\(time)", "\(weekday(of: day)) \(time)")
        default: date(day)
        }
    }

    /// For who may read it on another day: `10月29日 周四 17:30`, with the year where it is another.
    package func whole(_ day: CalendarDate, at time: String) -> String {
        let year = day.year == today.year ? "" : "\(day.year)年"
        return language(
            "\(year)\(day.month)月\(day.day)日 \(weekday(of: day)) \(time)",
            "\(weekday(of: day)) \(date(day)) \(time)")
    }

    private func weekday(of day: CalendarDate) -> String {
        let place = Int(((day.dayNumber + 3) % 7 + 7) % 7)
        return language("周\(Self.weekdays[place])", Self.names[place])
    }

    private func date(_ day: CalendarDate) -> String {
        guard day.year == today.year else { return day.description }
        return language("\(day.month)月\(day.day)日", String(day.description.dropFirst(5)))
    }
}
