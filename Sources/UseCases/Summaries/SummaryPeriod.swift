package import WorkingTime

/// A day, a week from Monday or a month, in the zone of the administration.
package struct SummaryPeriod: Hashable, Sendable {
    package enum Length: String, CaseIterable, Sendable {
        case day, week, month
    }

    package let length: Length
    package let firstDay: CalendarDate
    /// The day after the last.
    package let end: CalendarDate

    /// Takes the period in which a date lies.
    ///
    /// - Throws: `overflow` at the end of the years that dates have.
    package init(_ length: Length, containing date: CalendarDate) throws(WorkingTimeRefusal) {
        self.length = length
        switch length {
        case .day:
            firstDay = date
            end = try date.adding(days: 1)
        case .week:
            let place = Weekday.allCases.firstIndex(of: date.weekday) ?? 0
            firstDay = try date.adding(days: -Int64(place))
            end = try firstDay.adding(days: 7)
        case .month:
            let month = CalendarMonth(containing: date)
            firstDay = month.firstDay
            end = try firstDay.adding(days: Int64(month.dayCount))
        }
    }

    package var lastDay: CalendarDate { CalendarDate(dayNumber: end.dayNumber - 1) }

    package func span(in zone: ZoneTable) -> Range<Instant> {
        zone.midnight(of: firstDay)..<zone.midnight(of: end)
    }
}
