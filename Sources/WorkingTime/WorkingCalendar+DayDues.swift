/// Finds when a number of days is used up: working days, calendar days and months.
extension WorkingCalendar {
    /// Finds the Nth closing on dates after the start's; for zero, the first closing on its date or
    /// later that is not before it.
    func closingDue(
        from: Instant, count: Int64, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        let first =
            count > 0
            ? firstClosing(afterDateOf: from)
            : max(
                tables.workingDayCount(before: zone.date(at: from).dayNumber),
                tables.closings.count(below: from.microseconds))
        let closings = tables.closings
        let index = try workingDay(number: max(1, count), from: first, stretches) { closings[$0] }
        return Instant(microseconds: closings[index])
    }

    /// Finds the wall time of the start, moved into working time, so many working days on.
    func sameTimeDue(
        from: Instant, count: Int64, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        let begin = try nextUnpausedWork(atOrAfter: from, stretches)
        guard count > 0 else { return begin }
        let first = firstClosing(afterDateOf: begin)
        let index = try workingDay(number: count, from: first, stretches) {
            sameTime(as: begin, onWorkingDay: $0)
        }
        return Instant(microseconds: sameTime(as: begin, onWorkingDay: index))
    }

    /// Finds the corresponding day, plus the midnights in pauses that began while the clock ran,
    /// rolled forward to a working day, at its closing.
    func calendarDue(
        from: Instant, on date: CalendarDate, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        var day = date.dayNumber
        var due = try closingRolled(from: day, notBefore: from)
        for stretch in stretches.all where stretch.upperBound > from.microseconds {
            guard stretch.lowerBound < due.microseconds else { break }
            guard stretch.upperBound < .max else { throw .stillPaused(since: stretch.since) }
            let begin = Instant(microseconds: max(stretch.lowerBound, from.microseconds))
            let end = Instant(microseconds: stretch.upperBound)
            day += zone.latestMidnightDay(at: end) - zone.latestMidnightDay(at: begin)
            due = try closingRolled(from: day, notBefore: from)
        }
        return due
    }

    private func closingRolled(
        from day: Int64, notBefore start: Instant
    ) throws(WorkingTimeRefusal) -> Instant {
        let index = max(
            tables.workingDayCount(before: day), tables.closings.count(below: start.microseconds))
        guard index < tables.closings.count else { throw .beyondHorizon }
        return Instant(microseconds: tables.closings[index])
    }

    /// Finds the index of the Nth working day from an index on, where a pause that begins before
    /// the running due takes away the days whose closing lies inside it.
    private func workingDay(
        number: Int64, from first: Int, _ stretches: PausedStretches, due: (Int) -> Int64
    ) throws(WorkingTimeRefusal) -> Int {
        var left = number
        var index = first
        for stretch in stretches.all {
            guard left <= Int64(tables.closings.count - index) else { break }
            if due(index + Int(left) - 1) <= stretch.lowerBound { break }
            guard stretch.upperBound < .max else { throw .stillPaused(since: stretch.since) }
            left -= Int64(max(0, tables.closings.count(upTo: stretch.lowerBound) - index))
            index = max(index, tables.closings.count(upTo: stretch.upperBound))
        }
        guard left <= Int64(tables.closings.count - index) else { throw .beyondHorizon }
        return index + Int(left) - 1
    }

    /// Moves the wall time of an instant to a working day: before opening to the opening, in a gap
    /// and after hours to the closing before it.
    private func sameTime(as begin: Instant, onWorkingDay index: Int) -> Int64 {
        let date = CalendarDate(dayNumber: tables.workingDays[index])
        let wall = zone.instant(of: date, secondOfDay: zone.local(begin).secondOfDay)
        let fraction = begin.microseconds - begin.seconds * microsecondsPerSecond
        let at = max(wall.microseconds + fraction, tables.openings[index])
        let stretch = tables.stretchStarts.count(upTo: at) - 1
        return min(at, tables.stretchEnds[stretch])
    }
}
