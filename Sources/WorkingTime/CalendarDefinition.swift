/// Describes a calendar of working time as it is written down, before anything is computed.
///
/// Term: 工作日历.
package struct CalendarDefinition: Hashable, Sendable {
    package var name: String
    /// Names the zone by its IANA identifier.
    package var timeZone: String
    package var week: [Weekday: [OfficeSpan]]
    package var restDays: [RestDay]
    package var workDays: [WorkDay]
    /// Is the last day for which rest days and make-up days are known.
    package var publishedUntil: CalendarDate
    package var firstYear: Int

    package init(
        name: String, timeZone: String, week: [Weekday: [OfficeSpan]], restDays: [RestDay] = [],
        workDays: [WorkDay] = [], publishedUntil: CalendarDate, firstYear: Int
    ) {
        self.name = name
        self.timeZone = timeZone
        self.week = week
        self.restDays = restDays
        self.workDays = workDays
        self.publishedUntil = publishedUntil
        self.firstYear = firstYear
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

    package init(_ occurrence: Occurrence, name: String? = nil) {
        self.occurrence = occurrence
        self.name = name
    }

    /// Reads `2026-10-01`, or `12-25` for every year.
    ///
    /// Throws: `badText` for another form; `badDate` when there is no such day.
    package init(_ text: String, name: String? = nil) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        if text.utf8.count == 5, let month = reader.number(digits: 2), reader.takes("-"),
            let day = reader.number(digits: 2)
        {
            // Tried in a leap year: the 29th of February is a yearly day too.
            _ = try CalendarDate(year: 2000, month: Int(month), day: Int(day))
            self.init(.yearly(month: Int(month), day: Int(day)), name: name)
        } else {
            self.init(.on(try CalendarDate(text)), name: name)
        }
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
