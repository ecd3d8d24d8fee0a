extension WorkingCalendar {
    /// Finds where a percentage of the working time between two instants is used up, rounded up to
    /// whole seconds of work; of clock time when there is no working time between them.
    ///
    /// A percentage below 1 gives the start, above 99 the end.
    package func instant(
        percent: Int, from: Instant, to: Instant, pauses: [Pause] = []
    ) -> Instant {
        guard percent > 0, from < to else { return from }
        guard percent < 100 else { return to }
        let stretches = PausedStretches(pauses)
        let work = unpausedWork(from: from.microseconds, to: to.microseconds, stretches)
        do throws(WorkingTimeRefusal) {
            if work > 0 {
                let seconds = share(percent, of: work / microsecondsPerSecond)
                return try workingTimeDue(from: from, seconds: seconds, stretches)
            }
            let seconds = share(percent, of: unpausedClockSeconds(from: from, to: to, stretches))
            return try min(to, clockTimeDue(from: from, seconds: seconds, stretches))
        } catch {
            // Less than the whole is used up by the end at the latest.
            return to
        }
    }

    private func unpausedClockSeconds(
        from: Instant, to: Instant, _ stretches: PausedStretches
    ) -> Int64 {
        stretches.all.reduce(to - from) { sum, stretch in
            let low = max(from, Instant(microseconds: stretch.lowerBound))
            let high = min(to, Instant(microseconds: stretch.upperBound))
            return low < high ? sum - (high - low) : sum
        }
    }

    private func share(_ percent: Int, of seconds: Int64) -> Int64 {
        let rest = seconds % 100 * Int64(percent)
        return seconds / 100 * Int64(percent) + (rest + 99) / 100
    }

    /// Moves a deadline by an offset.
    ///
    /// Working days give the closing of the Nth working day after or before the deadline's date;
    /// calendar days and months the closing of the corresponding day, or of the next working day
    /// when after and the previous one when before.
    /// Throws: as `deadline`.
    package func shift(
        _ due: Instant, by offset: MarkOffset
    ) throws(WorkingTimeRefusal) -> Instant {
        let distance = offset.distance
        guard distance.value > 0 else { return due }
        guard due.microseconds >= tables.start else { throw .outsideCalendar(due) }
        let date = dayClosing(at: due) ?? zone.date(at: due)
        let value = offset.isBefore ? -distance.value : distance.value
        switch distance.unit {
        case .workingSeconds, .clockSeconds:
            guard offset.isBefore else { return try deadline(from: due, limit: distance).at }
            return try latestInstant(before: due, leaving: distance)
        case .workingDays:
            let after = tables.workingDayCount(before: date.dayNumber + 1)
            let index = tables.workingDayCount(before: date.dayNumber)
            return try closing(at: saturatingSum(Int64(value > 0 ? after - 1 : index), value))
        case .calendarDays:
            return try closing(rolledFrom: date.adding(days: value), isBefore: offset.isBefore)
        case .calendarMonths:
            return try closing(rolledFrom: date.adding(months: value), isBefore: offset.isBefore)
        }
    }

    private func closing(
        rolledFrom date: CalendarDate, isBefore: Bool
    ) throws(WorkingTimeRefusal) -> Instant {
        let upTo = tables.workingDayCount(before: date.dayNumber + 1)
        let before = tables.workingDayCount(before: date.dayNumber)
        return try closing(at: Int64(isBefore ? upTo - 1 : before))
    }

    private func closing(at index: Int64) throws(WorkingTimeRefusal) -> Instant {
        guard index >= 0 else { throw .outsideCalendar(Instant(microseconds: tables.start)) }
        guard index < Int64(tables.closings.count) else { throw .beyondHorizon }
        return Instant(microseconds: tables.closings[Int(index)])
    }
}
