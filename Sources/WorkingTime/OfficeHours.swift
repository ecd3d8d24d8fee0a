/// Gives other office hours than the calendar's week: in a season, to some units, or both.
///
/// Of the rows that fit a day, one for the unit goes before one for all, then one of dates before a
/// yearly one, and that before one of always.
/// Term: 作息时间.
package struct OfficeHours: Hashable, Sendable {
    /// Says on which days they hold, both ends included.
    package enum Season: Hashable, Sendable {
        case always
        /// Runs over the turn of the year where it begins after it ends.
        case yearly(from: YearlyDay, until: YearlyDay)
        case dated(from: CalendarDate?, until: CalendarDate?)
    }

    /// Holds codes of units, with all below them; empty: every unit.
    package var units: [String]
    package var season: Season
    /// Replaces the whole week: a weekday that is left out has no hours.
    package var week: [Weekday: [OfficeSpan]]

    package init(units: [String] = [], season: Season = .always, week: [Weekday: [OfficeSpan]]) {
        self.units = units
        self.season = season
        self.week = week
    }
}

extension OfficeHours.Season {
    package func contains(_ date: CalendarDate) -> Bool {
        switch self {
        case .always: true
        case .dated(let from, let until):
            from.map { $0 <= date } ?? true && until.map { date <= $0 } ?? true
        case .yearly(let from, let until):
            Self.contains(YearlyDay(of: date), from: from, until: until)
        }
    }

    /// Ranks the more exact above the more general.
    var rank: Int {
        switch self {
        case .always: 0
        case .yearly: 1
        case .dated: 2
        }
    }

    var isBackwards: Bool {
        if case .dated(let from?, let until?) = self { from > until } else { false }
    }

    /// Tells whether two seasons of one rank share a day.
    func overlaps(_ other: Self) -> Bool {
        switch self {
        case .always: return other == .always
        case .dated(let from, let until):
            guard case .dated(let otherFrom, let otherUntil) = other else { return false }
            return !Self.isBefore(until, otherFrom) && !Self.isBefore(otherUntil, from)
        case .yearly(let from, let until):
            guard case .yearly(let otherFrom, let otherUntil) = other else { return false }
            return Self.contains(otherFrom, from: from, until: until)
                || Self.contains(from, from: otherFrom, until: otherUntil)
        }
    }

    private static func contains(
        _ day: YearlyDay, from: YearlyDay, until: YearlyDay
    ) -> Bool {
        from <= until ? from <= day && day <= until : from <= day || day <= until
    }

    private static func isBefore(_ until: CalendarDate?, _ from: CalendarDate?) -> Bool {
        guard let until, let from else { return false }
        return until < from
    }
}

/// Names a day of every year.
package struct YearlyDay: Hashable, Sendable {
    package let month: Int
    package let day: Int

    /// Reads `12-25`.
    ///
    /// Throws: `badText` for another form; `badDate` when no year has the day.
    package init(_ text: String) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        guard let month = reader.number(digits: 2), reader.takes("-"),
            let day = reader.number(digits: 2), reader.isAtEnd
        else { throw .badText(text, expected: "a day of the year such as 12-25") }
        // Tried in a leap year: the 29th of February is a yearly day too.
        _ = try CalendarDate(year: 2000, month: Int(month), day: Int(day))
        self.month = Int(month)
        self.day = Int(day)
    }

    init(of date: CalendarDate) {
        (_, month, day) = date.civil
    }
}

extension YearlyDay: Comparable {
    package static func < (left: YearlyDay, right: YearlyDay) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

extension YearlyDay: CustomStringConvertible {
    package var description: String { "\(padded(Int64(month), 2))-\(padded(Int64(day), 2))" }
}
