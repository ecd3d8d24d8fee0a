import Languages
import WorkingTime

/// Holds the days that the law itself makes rest days: they rest in the years for which no notice is
/// known yet, and where one is known it says all.
///
/// Term: 法定节假日.
struct StatutoryDays {
    private let days: [Placed<RestDay>]

    /// Reads `{law, published, days}`; what was published later than a day was not known on it.
    init(_ entry: Entry?, knownOn: CalendarDate?) {
        guard let entry, let mapping = entry.mapping(of: ["law", "published", "days"]) else {
            days = []
            return
        }
        _ = mapping.required("law")?.text()
        let publishedOn = mapping["published"].flatMap(DayReader.date)
        let all = DayReader.restDays(mapping.required("days")?.list() ?? [])
        var seen: Set<RestDay.Occurrence> = []
        for day in all where !seen.insert(day.value.occurrence).inserted {
            entry.log.record(
                .daysOverlap, at: day.place,
                Label(
                    zh: "\(day.value.occurrence) 写了两次",
                    en: "\(day.value.occurrence) is listed twice"),
                Label(zh: "请删去一个", en: "remove one of the two"))
        }
        let isKnown = knownOn.flatMap { on in publishedOn.map { $0 <= on } } ?? true
        days = isKnown ? all : []
    }

    /// Lists the days of some years by date; two holidays on one day become one with both names.
    func restDays(in years: ClosedRange<Int>) -> [Placed<RestDay>] {
        var byDate: [CalendarDate: Placed<RestDay>] = [:]
        for day in days {
            for date in day.value.dates(in: years) {
                let sooner = byDate[date]
                byDate[date] = Placed(
                    value: RestDay(
                        .on(date), name: Self.joined(sooner?.value.name, day.value.name, by: "、"),
                        englishName: Self.joined(
                            sooner?.value.englishName, day.value.englishName, by: " and ")),
                    place: day.place)
            }
        }
        return byDate.values.sorted { Self.order($0) < Self.order($1) }
    }

    private static func joined(_ first: String?, _ second: String?, by link: String) -> String? {
        let names = [first, second].compactMap { $0 }
        return names.isEmpty ? nil : names.joined(separator: link)
    }

    private static func order(_ day: Placed<RestDay>) -> String { "\(day.value.occurrence)" }
}

extension RestDay {
    /// The dates of the day in some years; a 29 February is in few of them.
    fileprivate func dates(in years: ClosedRange<Int>) -> [CalendarDate] {
        switch occurrence {
        case .on(let date): years.contains(date.year) ? [date] : []
        case .yearly(let month, let day):
            years.compactMap { CalendarDate.existing(year: $0, month: month, day: day) }
        }
    }
}

extension CalendarDate {
    fileprivate static func existing(year: Int, month: Int, day: Int) -> CalendarDate? {
        do {
            return try CalendarDate(year: year, month: month, day: day)
        } catch {
            return nil
        }
    }
}
