/// Holds the offsets of a time zone from UTC, so that no lookup leaves plain arithmetic.
///
/// Invariant: `starts` and `offsets` have one length; `starts` ascends and begins at `Int64.min`.
/// Units: seconds.
package struct ZoneTable: Sendable {
    package let identifier: String
    let starts: [Int64]
    let offsets: [Int64]

    package static let utc = ZoneTable(identifier: "UTC", starts: [.min], offsets: [0])

    /// Tells by how much local time is ahead of UTC.
    ///
    /// Units: seconds; negative west of Greenwich.
    package func offset(at instant: Instant) -> Int64 {
        offsets[starts.count(upTo: instant.seconds) - 1]
    }

    /// Tells the wall date and time, whole seconds, at an instant.
    package func local(_ instant: Instant) -> (date: CalendarDate, secondOfDay: Int64) {
        let wall = instant.seconds + offset(at: instant)
        let day = floorDivide(wall, secondsPerDay)
        return (CalendarDate(dayNumber: day), wall - day * secondsPerDay)
    }

    /// Tells the wall date at an instant.
    package func date(at instant: Instant) -> CalendarDate { local(instant).date }

    /// Finds the instant of a wall time: the first of a doubled one, for a skipped one the first
    /// valid instant after it.
    package func instant(of date: CalendarDate, secondOfDay: Int64) -> Instant {
        let wall = date.dayNumber * secondsPerDay + secondOfDay
        var index = segment(before: wall)
        while true {
            let start = starts[index]
            let at = wall - offsets[index]
            let end = index + 1 < starts.count ? starts[index + 1] : .max
            if at < end { return Instant(seconds: max(at, start)) }
            index += 1
        }
    }

    /// Finds the beginning of a date: the first of two midnights, or the first instant after one that is skipped.
    package func midnight(of date: CalendarDate) -> Instant {
        instant(of: date, secondOfDay: 0)
    }

    /// Finds the last midnight of a date: where clocks go back just after midnight there are two.
    func lastMidnight(of date: CalendarDate) -> Instant {
        let wall = date.dayNumber * secondsPerDay
        var index = segment(before: wall)
        var last = midnight(of: date)
        while index < starts.count, starts[index] <= wall + 2 * secondsPerDay {
            let at = wall - offsets[index]
            let end = index + 1 < starts.count ? starts[index + 1] : .max
            if starts[index] <= at, at < end { last = max(last, Instant(seconds: at)) }
            index += 1
        }
        return last
    }

    /// Lists the stretches of one offset up to an instant, the latest first.
    ///
    /// Units: seconds since 1970, both ends included.
    func segments(upTo second: Int64) -> some Sequence<ClosedRange<Int64>> {
        let last = starts.count(upTo: second) - 1
        return (0...last).reversed().lazy.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : second
            return starts[index]...min(end, second)
        }
    }

    /// Counts the days whose midnight has come, as the number of the latest such day.
    func latestMidnightDay(at instant: Instant) -> Int64 {
        let date = date(at: instant)
        // Where clocks go back just after midnight the wall shows the old date a second time.
        let next = CalendarDate(dayNumber: date.dayNumber + 1)
        return midnight(of: next) <= instant ? next.dayNumber : date.dayNumber
    }

    /// Appends the real stretches whose wall time lies inside the spans of a day, ordered by time.
    ///
    /// - Parameter spans: ordered by time.
    /// Units: seconds since 1970.
    func append(
        stretchesOf spans: [OfficeSpan], on date: CalendarDate, to found: inout [Range<Int64>]
    ) {
        let midnight = date.dayNumber * secondsPerDay
        let index = segment(before: midnight)
        let end = index + 1 < starts.count ? starts[index + 1] : .max
        if end > midnight + 3 * secondsPerDay {
            let begin = midnight - offsets[index]
            for span in spans { found.append(begin + span.from..<begin + span.until) }
        } else {
            let changing = spans.flatMap { stretches(of: $0, on: midnight, from: index) }
            found += changing.sorted { $0.lowerBound < $1.lowerBound }
        }
    }

    private func stretches(
        of span: OfficeSpan, on midnight: Int64, from index: Int
    ) -> [Range<Int64>] {
        let from = midnight + span.from
        let until = midnight + span.until
        var index = index
        var found: [Range<Int64>] = []
        while index < starts.count, starts[index] <= until + 2 * secondsPerDay {
            let end = index + 1 < starts.count ? starts[index + 1] : .max
            let low = max(from - offsets[index], starts[index])
            let high = min(until - offsets[index], end)
            if low < high { found.append(low..<high) }
            index += 1
        }
        return found
    }

    /// Finds the segment of an offset that is in force two days before a wall time, counted in UTC:
    /// offsets are below one day, so no earlier one can hold it.
    private func segment(before wall: Int64) -> Int {
        max(0, starts.count(upTo: wall - 2 * secondsPerDay) - 1)
    }
}

extension ZoneTable: Hashable {
    package static func == (left: ZoneTable, right: ZoneTable) -> Bool {
        left.identifier == right.identifier && left.starts == right.starts
            && left.offsets == right.offsets
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
