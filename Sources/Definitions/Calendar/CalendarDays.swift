import WorkingTime

/// Requires that every day stands in its own year, once, and before the end of what is published.
enum CalendarDays {
    static func check(_ years: [CalendarYear], until: CalendarDate?, log: FaultLog) {
        var seen: Set<CalendarDate> = []
        for year in years {
            for date in year.restDays.map(\.date) + year.workDays {
                if date.value.year != year.year {
                    log.record(
                        .dayInOtherYear, at: date.place, "\(date.value) stands under \(year.year)",
                        "move it to the year \(date.value.year)")
                }
                if !seen.insert(date.value).inserted {
                    log.record(
                        .daysOverlap, at: date.place, "\(date.value) is listed twice",
                        "a day rests or works, once: remove one of the two")
                }
                if let until, until < date.value {
                    log.record(
                        .outOfRange, at: date.place, "\(date.value) lies after `publishedUntil`",
                        "move `publishedUntil` to the end of that year")
                }
            }
        }
    }
}
