import APIModel
import WorkingTime

extension WorkingCalendar {
    func summary(isCurrent: Bool) -> CalendarSummary {
        CalendarSummary(
            id: name, revision: revision, label: definition.label.map(LabelAnswer.init),
            timeZone: zone.identifier, publishedUntil: "\(publishedUntil)", isCurrent: isCurrent)
    }

    func answer(isCurrent: Bool) -> CalendarAnswer {
        CalendarAnswer(
            id: name, revision: revision, label: definition.label.map(LabelAnswer.init),
            timeZone: zone.identifier, firstYear: definition.firstYear,
            publishedUntil: "\(publishedUntil)", isCurrent: isCurrent,
            week: CalendarAnswer.Hours(week: definition.week.texts),
            hours: definition.hours.map(\.answer), restDays: definition.restDays.map(\.answer),
            workDays: definition.workDays.map(\.answer),
            notices: definition.notices.map { notice in
                CalendarAnswer.Notice(
                    year: notice.year, number: notice.number,
                    publishedOn: notice.publishedOn.map { "\($0)" },
                    isReplaced: notice.isReplaced)
            })
    }
}

extension LabelAnswer {
    fileprivate init(_ name: DayName) { self.init(zh: name.zh, en: name.en) }
}

extension [Weekday: [OfficeSpan]] {
    fileprivate var texts: [String: [String]] {
        reduce(into: [:]) { $0[$1.key.rawValue] = $1.value.map { "\($0)" } }
    }
}

extension OfficeHours {
    fileprivate var answer: CalendarAnswer.Hours {
        let (from, until): (String?, String?) =
            switch season {
            case .always: (nil, nil)
            case .yearly(let from, let until): ("\(from)", "\(until)")
            case .dated(let from, let until): (from.map { "\($0)" }, until.map { "\($0)" })
            }
        return CalendarAnswer.Hours(
            units: units.isEmpty ? nil : units, from: from, until: until, week: week.texts)
    }
}

extension RestDay {
    fileprivate var answer: CalendarAnswer.Day {
        CalendarAnswer.Day(
            date: "\(occurrence)",
            name: name.map { LabelAnswer(zh: $0, en: englishName ?? $0) })
    }
}

extension WorkDay {
    fileprivate var answer: CalendarAnswer.Day {
        CalendarAnswer.Day(
            date: "\(date)", name: name.map { LabelAnswer(zh: $0, en: $0) },
            hours: spans?.map { "\($0)" })
    }
}
