extension WorkingCalendar {
    /// Finds the latest instant from which a limit is used up at or before `end`.
    ///
    /// Units: to the second, but for working seconds and clock seconds above zero.
    /// Throws: `outsideCalendar` when it lies before the first year; `beyondHorizon` when `end`
    /// lies past the last computed day.
    package func latestInstant(
        before end: Instant, leaving limit: TimeLimit
    ) throws(WorkingTimeRefusal) -> Instant {
        guard end.microseconds >= tables.start else { throw .outsideCalendar(end) }
        guard limit.unit == .clockSeconds || end.microseconds < tables.end else {
            throw .beyondHorizon
        }
        switch limit.unit {
        case .clockSeconds:
            return try covered(
                saturatingDifference(
                    end.microseconds, try product(limit.value, microsecondsPerSecond)))
        case .workingSeconds where limit.value > 0:
            return try latestStart(before: end, workingSeconds: limit.value)
        case .workingSeconds, .workingDays, .calendarDays, .calendarMonths:
            return try latestStart(before: end, searching: limit)
        }
    }

    private func latestStart(
        before end: Instant, workingSeconds seconds: Int64
    ) throws(WorkingTimeRefusal) -> Instant {
        let target = try product(seconds, microsecondsPerSecond)
        let reading = tables.reading(at: end.microseconds) - target
        guard reading >= 0, let at = tables.latest(reading: reading) else {
            throw .outsideCalendar(Instant(microseconds: tables.start))
        }
        return Instant(microseconds: at)
    }

    /// Halves the seconds of each stretch of one offset, the latest first: while the clock on the
    /// wall runs evenly, a deadline never falls as its start rises; where it goes back, it may.
    private func latestStart(
        before end: Instant, searching limit: TimeLimit
    ) throws(WorkingTimeRefusal) -> Instant {
        let first = Instant(microseconds: tables.start).seconds
        for stretch in zone.segments(upTo: end.seconds) where stretch.upperBound >= first {
            var low = max(stretch.lowerBound, first)
            guard isUsedUp(limit, from: low, by: end) else { continue }
            var high = stretch.upperBound + 1
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if isUsedUp(limit, from: middle, by: end) { low = middle } else { high = middle }
            }
            return Instant(seconds: low)
        }
        throw .outsideCalendar(Instant(microseconds: tables.start))
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
