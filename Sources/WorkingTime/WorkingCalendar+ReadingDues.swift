/// Finds when a reading of time is used up: of working seconds and of clock seconds.
extension WorkingCalendar {
    func workingTimeDue(
        from: Instant, seconds: Int64, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        guard seconds > 0 else { return try nextUnpausedWork(atOrAfter: from, stretches) }
        var left = try product(seconds, microsecondsPerSecond)
        var at = from.microseconds
        for stretch in stretches.all where stretch.upperBound > at {
            let work = tables.work(from: at, to: stretch.lowerBound)
            if work >= left { break }
            guard stretch.upperBound < .max else { throw .stillPaused(since: stretch.since) }
            left -= work
            at = stretch.upperBound
        }
        let target = saturatingSum(tables.reading(at: at), left)
        guard let due = tables.earliest(reading: target) else { throw .beyondHorizon }
        return Instant(microseconds: due)
    }

    func clockTimeDue(
        from: Instant, seconds: Int64, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        var left = try product(seconds, microsecondsPerSecond)
        var at = from.microseconds
        for stretch in stretches.all where stretch.upperBound > at {
            let passed = max(0, saturatingDifference(stretch.lowerBound, at))
            if passed >= left { break }
            guard stretch.upperBound < .max else { throw .stillPaused(since: stretch.since) }
            left -= passed
            at = stretch.upperBound
        }
        let due = Instant(microseconds: saturatingSum(at, left))
        guard due.microseconds < lastInstant else { throw .overflow }
        return due
    }

    /// Finds the first instant at or after another that is working time and not paused.
    func nextUnpausedWork(
        atOrAfter from: Instant, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        var at = from.microseconds
        while true {
            guard let next = tables.nextWorking(atOrAfter: at) else { throw .beyondHorizon }
            guard let stretch = stretches.stretch(containing: next) else {
                return Instant(microseconds: next)
            }
            guard stretch.upperBound < .max else { throw .stillPaused(since: stretch.since) }
            at = stretch.upperBound
        }
    }
}

extension Range<Int64> {
    var since: Instant { Instant(microseconds: lowerBound) }
}
