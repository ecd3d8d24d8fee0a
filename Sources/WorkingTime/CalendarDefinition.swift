/// Describes a calendar of working time as it is written down, before anything is computed.
///
/// Term: 工作日历.
package struct CalendarDefinition: Hashable, Sendable {
    package var name: String
    package var label: DayName?
    /// Names the zone by its IANA identifier.
    package var timeZone: String
    package var week: [Weekday: [OfficeSpan]]
    /// Replace the week in some seasons, for some units, or both.
    package var hours: [OfficeHours]
    package var restDays: [RestDay]
    package var workDays: [WorkDay]
    /// Is the last day for which rest days and make-up days are known.
    package var publishedUntil: CalendarDate
    /// Is the first year whose days are known.
    package var firstYear: Int
    /// Lists where the days were published, those that a later notice replaced included.
    package var notices: [CalendarNotice]

    package init(
        name: String, label: DayName? = nil, timeZone: String, week: [Weekday: [OfficeSpan]],
        hours: [OfficeHours] = [], restDays: [RestDay] = [], workDays: [WorkDay] = [],
        publishedUntil: CalendarDate, firstYear: Int, notices: [CalendarNotice] = []
    ) {
        self.name = name
        self.label = label
        self.timeZone = timeZone
        self.week = week
        self.hours = hours
        self.restDays = restDays
        self.workDays = workDays
        self.publishedUntil = publishedUntil
        self.firstYear = firstYear
        self.notices = notices
    }
}

extension CalendarDefinition {
    /// Is the first year of which zones are known, where no list of days says more.
    package static let firstYearOfZones = 1970

    /// Is how many years past the published ones are computed, by weekdays and the rest days that are
    /// known without a notice.
    package static let provisionalYearCount = 10

    /// Tells whether any day might have hours.
    package var hasHours: Bool {
        let weeks = [week] + hours.map(\.week)
        return weeks.contains { $0.values.contains { !$0.isEmpty } }
            || workDays.contains { $0.spans?.isEmpty == false }
    }
}

/// Names a day or a calendar in both languages.
package struct DayName: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}

/// Tells where the days of a year were published. Term: 放假安排通知.
package struct CalendarNotice: Hashable, Sendable {
    package let year: Int
    /// Is the number of the document, e.g. 国办发明电〔2025〕7号.
    package let number: String
    package let publishedOn: CalendarDate?
    /// Is true where a later notice for the same year replaced it.
    package let isReplaced: Bool

    package init(year: Int, number: String, publishedOn: CalendarDate?, isReplaced: Bool) {
        self.year = year
        self.number = number
        self.publishedOn = publishedOn
        self.isReplaced = isReplaced
    }
}

/// Takes a day out of the working week.
///
/// Term: 休息日, 法定节假日.
package struct RestDay: Hashable, Sendable {
    /// Says on what day, once or every year.
    package enum Occurrence: Hashable, Sendable {
        case on(CalendarDate)
        case yearly(month: Int, day: Int)
    }

    package var occurrence: Occurrence
    package var name: String?
    package var englishName: String?

    package init(_ occurrence: Occurrence, name: String? = nil, englishName: String? = nil) {
        self.occurrence = occurrence
        self.name = name
        self.englishName = englishName
    }

    /// Reads `2026-10-01`, or `12-25` for every year.
    ///
    /// Throws: `badText` for another form; `badDate` when there is no such day.
    package init(
        _ text: String, name: String? = nil, englishName: String? = nil
    ) throws(WorkingTimeRefusal) {
        let occurrence: Occurrence
        if text.utf8.count == 5 {
            let day = try YearlyDay(text)
            occurrence = .yearly(month: day.month, day: day.day)
        } else {
            occurrence = .on(try CalendarDate(text))
        }
        self.init(occurrence, name: name, englishName: englishName)
    }
}

/// Makes a day a working day that would be none, or gives it hours of its own.
///
/// Term: 调休上班.
package struct WorkDay: Hashable, Sendable {
    package var date: CalendarDate
    /// Replaces the hours of the weekday; nil means the weekday's own or, when it has none, those
    /// of the first day of the week that has some.
    package var spans: [OfficeSpan]?
    package var name: String?

    package init(date: CalendarDate, spans: [OfficeSpan]? = nil, name: String? = nil) {
        self.date = date
        self.spans = spans
        self.name = name
    }
}

extension RestDay.Occurrence: CustomStringConvertible {
    package var description: String {
        switch self {
        case .on(let date): "\(date)"
        case .yearly(let month, let day): "\(padded(Int64(month), 2))-\(padded(Int64(day), 2))"
        }
    }
}
