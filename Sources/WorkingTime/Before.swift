extension WorkingCalendar {
    /// Finds the latest instant from which a limit is used up at or before `end`.
    ///
    /// For working seconds, working days to close of business and clock seconds this is the latest
    /// instant from which the reading to `end` is the limit; none of them gives `end` itself.
    /// Units: to the second for days and months.
    /// Throws: `outsideCalendar` when it lies before the first year; `beyondHorizon` when `end`
    /// lies past the last computed day.
    package func latestInstant(
        before end: Instant, leaving limit: TimeLimit
    ) throws(WorkingTimeRefusal) -> Instant {
        guard end.microseconds >= tables.start else { throw .outsideCalendar(end) }
        guard limit.unit == .clockSeconds || end.microseconds < tables.end else {
            throw .beyondHorizon
        }
        switch (limit.unit, limit.ending) {
        case (.clockSeconds, _):
            return try covered(
                saturatingDifference(
                    end.microseconds, try product(limit.value, microsecondsPerSecond)))
        case (.workingSeconds, _):
            return try latestStart(before: end, workingSeconds: limit.value)
        case (.workingDays, .closeOfBusiness):
            return try latestStart(before: end, closings: limit.value)
        case (.workingDays, .sameTime), (.calendarDays, _), (.calendarMonths, _):
            return try latestStart(before: end, searching: limit)
        }
    }

    private func latestStart(
        before end: Instant, workingSeconds seconds: Int64
    ) throws(WorkingTimeRefusal) -> Instant {
        guard seconds > 0 else { return end }
        let target = try product(seconds, microsecondsPerSecond)
        let reading = tables.reading(at: end.microseconds) - target
        guard reading >= 0, let at = tables.latest(reading: reading) else {
            throw .outsideCalendar(Instant(microseconds: tables.start))
        }
        return Instant(microseconds: at)
    }

    private func latestStart(
        before end: Instant, closings count: Int64
    ) throws(WorkingTimeRefusal) -> Instant {
        guard count > 0 else { return end }
        let index = saturatingDifference(
            Int64(tables.closings.count(upTo: end.microseconds)), count)
        guard index >= 0 else { throw .outsideCalendar(Instant(microseconds: tables.start)) }
        let date = CalendarDate(dayNumber: tables.workingDays[Int(index)])
        return try covered(zone.midnight(of: date).adding(seconds: -1).microseconds)
    }

    /// Halves the seconds of the calendar, since these deadlines do not fall as the start rises.
    private func latestStart(
        before end: Instant, searching limit: TimeLimit
    ) throws(WorkingTimeRefusal) -> Instant {
        var low = Instant(microseconds: tables.start).seconds
        var high = end.seconds + 1
        guard isUsedUp(limit, from: low, by: end) else {
            throw .outsideCalendar(Instant(microseconds: tables.start))
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if isUsedUp(limit, from: middle, by: end) { low = middle } else { high = middle }
        }
        return Instant(seconds: low)
    }

    private func isUsedUp(_ limit: TimeLimit, from second: Int64, by end: Instant) -> Bool {
        do throws(WorkingTimeRefusal) {
            return try deadline(from: Instant(seconds: second), limit: limit).at <= end
        } catch {
            // Past the last computed day, and so past the end.
            return false
        }
    }

    private func covered(_ microseconds: Int64) throws(WorkingTimeRefusal) -> Instant {
        let at = Instant(microseconds: microseconds)
        guard microseconds >= tables.start else { throw .outsideCalendar(at) }
        return at
    }
}
