import WorkingTime

/// Reads a calendar: hours by weekday, and for each year its rest days and make-up days.
enum CalendarReader {
    private static let keys = ["calendar", "label", "timeZone", "hours", "publishedUntil", "years"]

    static func calendar(_ entry: Entry) -> CalendarDefinition? {
        guard let root = entry.mapping(of: keys) else { return nil }
        _ = root.label()
        let name = root.required("calendar")?.text()
        let zone = root.required("timeZone")?.text()
        let week = root.required("hours").map(hours)
        let until = root.required("publishedUntil").flatMap(date)
        let years = root.requiredNamed("years").compactMap(CalendarYear.init)
        CalendarDays.check(years, until: until, log: entry.log)
        guard let name, let zone, let week, let until, let first = years.map(\.year).min() else {
            return nil
        }
        return CalendarDefinition(
            name: name.value, timeZone: zone.value, week: week,
            restDays: years.flatMap(\.restDays).map { RestDay(.on($0.date.value), name: $0.name) },
            workDays: years.flatMap(\.workDays).map { WorkDay(date: $0.value) },
            publishedUntil: until, firstYear: first)
    }

    static func date(_ entry: Entry) -> CalendarDate? {
        entry.parsed("a date such as `2026-10-09`") { try CalendarDate($0) }
    }

    private static func hours(_ entry: Entry) -> [Weekday: [OfficeSpan]] {
        let week = entry.mapping(of: Weekday.allCases.map(\.rawValue))
        return (week?.pairs ?? []).reduce(into: [:]) { hours, pair in
            guard let day = Weekday(rawValue: pair.key.value) else { return }
            hours[day] = (pair.value.list() ?? []).compactMap { span in
                span.parsed("office hours such as `09:00-12:00`") { try OfficeSpan($0) }
            }
        }
    }
}
