import WorkingTime

/// Holds the rest days and make-up days that were published for one year.
struct CalendarYear {
    struct RestDate {
        let date: Placed<CalendarDate>
        let name: String
    }

    let year: Int
    let restDays: [RestDate]
    let workDays: [Placed<CalendarDate>]

    init?(_ pair: Mapping.Pair) {
        guard let year = Int(pair.key.value), (1970...9900).contains(year) else {
            pair.value.log.record(
                .badText, at: pair.key.place, "`\(pair.key.value)` is no year",
                "write a year such as `2026`")
            return nil
        }
        guard let mapping = pair.value.mapping(of: ["notice", "rest", "work"]) else { return nil }
        self.year = year
        _ = mapping["notice"]?.text()
        restDays = mapping.list("rest").flatMap(Self.holiday)
        workDays = mapping.list("work").compactMap { entry in
            CalendarReader.date(entry).map { Placed(value: $0, place: entry.place) }
        }
    }

    /// Reads `{name, en, from, to}` and lists its days.
    private static func holiday(_ entry: Entry) -> [RestDate] {
        guard let mapping = entry.mapping(of: ["name", "en", "from", "to"]),
            let name = mapping.required("name")?.text(),
            mapping.required("en")?.text() != nil,
            let from = mapping.required("from").flatMap(CalendarReader.date),
            let end = mapping.required("to"), let to = CalendarReader.date(end)
        else { return [] }
        guard from.dayNumber <= to.dayNumber, to.dayNumber - from.dayNumber < 60 else {
            entry.log.record(
                .outOfRange, at: end.place, "the holiday runs from \(from) to \(to)",
                "`to` must be the same day or up to 59 days later")
            return []
        }
        return (from.dayNumber...to.dayNumber).map {
            RestDate(
                date: Placed(value: CalendarDate(dayNumber: $0), place: entry.place),
                name: name.value)
        }
    }
}
