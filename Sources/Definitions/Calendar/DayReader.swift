import Languages
import WorkingTime

/// Reads days and the hours of days.
enum DayReader {
    static func date(_ entry: Entry) -> CalendarDate? {
        entry.parsed(Label(zh: "日期，如 `2026-10-09`", en: "a date such as `2026-10-09`")) {
            try CalendarDate($0)
        }
    }

    static func spans(_ entry: Entry) -> [OfficeSpan] {
        (entry.list() ?? []).compactMap { span in
            span.parsed(Label(zh: "办公时间，如 `09:00-12:00`", en: "office hours such as `09:00-12:00`"))
            { try OfficeSpan($0) }
        }
    }

    /// Reads the rest days that no notice published: `2026-10-01`, `12-25` for every year,
    /// `{on, name, en}` or `{from, to, name, en}`.
    static func restDays(_ entries: [Entry]) -> [Placed<RestDay>] {
        entries.flatMap { entry -> [Placed<RestDay>] in
            guard entry.isMapping else { return restDay(entry).map { [$0] } ?? [] }
            guard entry.mapping()?["on"] != nil else { return holiday(entry) }
            guard let day = entry.mapping(of: ["on", "name", "en"]), let on = day["on"] else {
                return []
            }
            let name = day["name"]?.text()?.value
            let english = name == nil ? nil : day.required("en")?.text()?.value
            return restDay(on, name: name, englishName: english).map { [$0] } ?? []
        }
    }

    private static func restDay(
        _ entry: Entry, name: String? = nil, englishName: String? = nil
    ) -> Placed<RestDay>? {
        entry.parsed(
            Label(
                zh: "日期，如 `2026-10-01`，每年同日写 `12-25`",
                en: "a day such as `2026-10-01`, or `12-25` for every year")
        ) {
            try RestDay($0, name: name, englishName: englishName)
        }.map { Placed(value: $0, place: entry.place) }
    }

    /// Reads `{name, en, from, to}` and lists its days.
    static func holiday(_ entry: Entry) -> [Placed<RestDay>] {
        guard let mapping = entry.mapping(of: ["name", "en", "from", "to"]),
            let name = mapping.required("name")?.text(),
            let english = mapping.required("en")?.text(),
            let from = mapping.required("from").flatMap(date),
            let end = mapping.required("to"), let to = date(end)
        else { return [] }
        guard from.dayNumber <= to.dayNumber, to.dayNumber - from.dayNumber < 60 else {
            entry.log.record(
                .outOfRange, at: end.place,
                Label(zh: "假期从 \(from) 到 \(to)", en: "the holiday runs from \(from) to \(to)"),
                Label(
                    zh: "`to` 须为同日或其后 59 天以内",
                    en: "`to` must be the same day or up to 59 days later"))
            return []
        }
        return (from.dayNumber...to.dayNumber).map { day in
            let rest = RestDay(
                .on(CalendarDate(dayNumber: day)), name: name.value, englishName: english.value)
            return Placed(value: rest, place: entry.place)
        }
    }

    /// Reads a list of dates, or a mapping from dates to the hours of that day.
    static func workDays(_ entry: Entry?) -> [Placed<WorkDay>] {
        guard let entry else { return [] }
        guard entry.isMapping else {
            return (entry.list() ?? []).compactMap { day in
                date(day).map { Placed(value: WorkDay(date: $0), place: day.place) }
            }
        }
        return (entry.mapping()?.pairs ?? []).compactMap { pair in
            guard let date = date(pair.key, log: entry.log) else { return nil }
            return Placed(
                value: WorkDay(date: date, spans: spans(pair.value)), place: pair.key.place)
        }
    }

    private static func date(_ key: Placed<String>, log: FaultLog) -> CalendarDate? {
        do {
            return try CalendarDate(key.value)
        } catch {
            log.record(
                .badText, at: key.place,
                Label(
                    zh: "“\(key.value.prefix(80))”读不懂",
                    en: "`\(key.value.prefix(80))` cannot be read"),
                Label(zh: "请写日期，如 `2026-10-09`", en: "write a date such as `2026-10-09`"))
            return nil
        }
    }
}
