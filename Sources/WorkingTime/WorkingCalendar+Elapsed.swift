extension WorkingCalendar {
    /// Counts the working seconds between two instants less those in pauses, whole ones only.
    package func workingSeconds(
        from: Instant, to: Instant, pauses: [Pause] = []
    ) -> Int64 {
        let stretches = PausedStretches(pauses)
        let work = unpausedWork(from: from.microseconds, to: to.microseconds, stretches)
        return work / microsecondsPerSecond
    }

    /// Counts the closings on dates after the start's, up to and with the end, less those in pauses.
    package func workingDays(
        from: Instant, to: Instant, pauses: [Pause] = []
    ) -> Int64 {
        guard from < to else { return 0 }
        let stretches = PausedStretches(pauses)
        let first = firstClosing(afterDateOf: from)
        let end = tables.closings.count(upTo: to.microseconds)
        guard first < end else { return 0 }
        let paused = stretches.all.reduce(0) { sum, stretch in
            let low = max(first, tables.closings.count(upTo: stretch.lowerBound))
            let high = min(end, tables.closings.count(upTo: stretch.upperBound))
            return sum + max(0, high - low)
        }
        return Int64(end - first - paused)
    }

    func unpausedWork(from: Int64, to: Int64, _ stretches: PausedStretches) -> Int64 {
        stretches.all.reduce(tables.work(from: from, to: to)) { sum, stretch in
            sum
                - tables.work(
                    from: max(from, stretch.lowerBound), to: min(to, stretch.upperBound))
        }
    }

    /// Finds the index of the first working day on a date after that of an instant.
    func firstClosing(afterDateOf instant: Instant) -> Int {
        tables.workingDayCount(before: zone.date(at: instant).dayNumber + 1)
    }
}
