package import WorkingTime

extension WorkingCalendar {
    /// Bounds the length of an explanation. Units: days.
    private static let longestExplanation: Int64 = 4000

    /// Accounts for the time between two instants, as far as anybody reads on.
    ///
    /// - Throws: `WorkingTimeRefusal.beyondHorizon`; `InputFault` for more than is explained.
    package func segments(
        from start: Instant, to end: Instant, _ pauses: [Pause]
    ) throws -> [Segment] {
        guard covers(end) else { throw WorkingTimeRefusal.beyondHorizon }
        guard (end - start) / 86_400 <= Self.longestExplanation else {
            throw InputFault.invalid(
                "/explain", zh: "至多说明\(Self.longestExplanation)天",
                en: "at most \(Self.longestExplanation) days are explained")
        }
        return explain(from: start, to: end, pauses: pauses)
    }

    /// Counts, for each date on which a working day is used up, how many that makes.
    package func workingDaysByDate(
        from start: Instant, to end: Instant, _ pauses: [Pause]
    ) -> [CalendarDate: Int64] {
        let first = zone.date(at: start).dayNumber
        let last = max(first, zone.date(at: end).dayNumber)
        var before: Int64 = 0
        return (first...last).reduce(into: [:]) { days, day in
            let next = zone.midnight(of: CalendarDate(dayNumber: day + 1))
            let count = workingDays(from: start, to: min(next, end), pauses: pauses)
            if count > before { days[CalendarDate(dayNumber: day)] = count }
            before = count
        }
    }
}
