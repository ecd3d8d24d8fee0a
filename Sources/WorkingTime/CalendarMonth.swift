/// Names a month of a year.
package struct CalendarMonth: Hashable, Sendable {
    package let firstDay: CalendarDate

    /// Makes the month of a year from 1 to 9998.
    ///
    /// Throws: `badDate` when there is no such month.
    package init(year: Int, month: Int) throws(WorkingTimeRefusal) {
        guard year < 9999 else { throw .badDate("\(year)-\(month)") }
        firstDay = try CalendarDate(year: year, month: month, day: 1)
    }

    /// Takes the month in which a date lies.
    package init(containing date: CalendarDate) {
        firstDay = CalendarDate(dayNumber: date.dayNumber - Int64(date.day) + 1)
    }

    /// Reads a month such as `2026-10`.
    ///
    /// Throws: `badText` for another form; `badDate` when there is no such month.
    package init(_ text: String) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        guard let year = reader.number(digits: 4), reader.takes("-"),
            let month = reader.number(digits: 2), reader.isAtEnd
        else { throw .badText(text, expected: "a month such as 2026-10") }
        try self.init(year: Int(year), month: Int(month))
    }

    package var year: Int { firstDay.year }
    package var month: Int { firstDay.month }
    package var dayCount: Int { CalendarDate.dayCount(month: month, year: year) }

    package var next: CalendarMonth {
        let after = CalendarDate(dayNumber: firstDay.dayNumber + Int64(dayCount))
        return CalendarMonth(containing: after)
    }

    package var dates: [CalendarDate] {
        (0..<Int64(dayCount)).map { CalendarDate(dayNumber: firstDay.dayNumber + $0) }
    }

    /// Spans the month's instants in a zone, from its first midnight to the next month's.
    package func range(in zone: ZoneTable) -> Range<Instant> {
        zone.midnight(of: firstDay)..<zone.midnight(of: next.firstDay)
    }
}

extension CalendarMonth: Comparable {
    package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        left.firstDay < right.firstDay
    }
}

extension CalendarMonth: CustomStringConvertible {
    package var description: String { "\(padded(Int64(year), 4))-\(padded(Int64(month), 2))" }
}

extension CalendarMonth: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoded(from: decoder) { text throws(WorkingTimeRefusal) in
            try CalendarMonth(text)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
