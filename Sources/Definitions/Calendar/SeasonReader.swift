import Languages
import WorkingTime

/// Reads the days between which office hours hold: dates, or days of every year.
enum SeasonReader {
    /// Returns: nil where the days can't be read.
    static func season(_ row: Mapping, at entry: Entry) -> OfficeHours.Season? {
        let from = row["from"]
        let until = row["until"]
        guard from != nil || until != nil else { return .always }
        if isYearly(from) || isYearly(until) {
            guard let from, let until, isYearly(from), isYearly(until) else {
                entry.log.record(
                    .badText, at: entry.place,
                    Label(
                        zh: "季节只有一端是每年的日期", en: "a season has a day of every year at one end only"),
                    Label(
                        zh: "两端都写作 `05-01`，或都写作 `2026-05-01`",
                        en: "write both ends as `05-01`, or both as `2026-05-01`"))
                return nil
            }
            guard let first = yearly(from), let last = yearly(until) else { return nil }
            return .yearly(from: first, until: last)
        }
        let first = from.map(DayReader.date)
        let last = until.map(DayReader.date)
        // Outer nil: not given; inner nil: given and unreadable.
        if case .some(.none) = first { return nil }
        if case .some(.none) = last { return nil }
        return .dated(from: first ?? nil, until: last ?? nil)
    }

    private static func isYearly(_ entry: Entry?) -> Bool {
        entry?.bareWord?.count == 5
    }

    private static func yearly(_ entry: Entry) -> YearlyDay? {
        entry.parsed(Label(zh: "每年的一天，如 `05-01`", en: "a day of the year such as `05-01`")) {
            try YearlyDay($0)
        }
    }
}
