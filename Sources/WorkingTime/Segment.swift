/// Accounts for a stretch of one day, so that a deadline explains itself.
package struct Segment: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case work, rest, pause
    }

    package let date: CalendarDate
    package let from: Instant
    package let to: Instant
    package let kind: Kind
    /// Names the rest day or working day listed for the date.
    package let name: String?
    /// Sums the working time up to the end of the segment. Units: whole seconds.
    package let sum: Int64
}

extension WorkingCalendar {
    /// Divides the time between two instants without gaps into work, rest and pauses.
    ///
    /// Shape: one segment per stretch of one kind within one day, ordered by time; empty when the
    /// end is not after the start.
    package func explain(
        from: Instant, to: Instant, pauses: [Pause] = []
    ) -> [Segment] {
        let begin = max(from.microseconds, tables.start)
        let end = min(to.microseconds, tables.end)
        guard begin < end else { return [] }
        let stretches = PausedStretches(pauses)
        let cuts = cuts(from: begin, to: end, stretches)
        var segments: [Segment] = []
        var sum: Int64 = 0
        for (low, high) in zip(cuts, cuts.dropFirst()) {
            let kind = kind(at: low, stretches)
            if kind == .work { sum += high - low }
            let from = Instant(microseconds: low)
            let date = zone.date(at: from)
            let last = segments.last.flatMap { $0.date == date && $0.kind == kind ? $0 : nil }
            if last != nil { segments.removeLast() }
            segments.append(
                Segment(
                    date: date, from: last?.from ?? from, to: Instant(microseconds: high),
                    kind: kind, name: dayName(date), sum: sum / microsecondsPerSecond))
        }
        return segments
    }

    private func kind(at instant: Int64, _ stretches: PausedStretches) -> Segment.Kind {
        if stretches.stretch(containing: instant) != nil { return .pause }
        return tables.isWorking(instant) ? .work : .rest
    }

    /// Lists every instant at which the kind or the day may change, both ends included.
    private func cuts(from: Int64, to: Int64, _ stretches: PausedStretches) -> [Int64] {
        let days =
            zone.date(at: Instant(microseconds: from))
            .dayNumber...zone.date(
                at: Instant(microseconds: to)
            ).dayNumber
        var cuts: Set<Int64> = [from, to]
        for day in days {
            let date = CalendarDate(dayNumber: day)
            cuts.insert(zone.midnight(of: date).microseconds)
            cuts.insert(zone.lastMidnight(of: date).microseconds)
        }
        // Where clocks go back over midnight the date goes back too.
        for stretch in zone.segments(upTo: Instant(microseconds: to).seconds)
            .prefix(while: { $0.upperBound >= Instant(microseconds: from).seconds })
        {
            cuts.insert(Instant(seconds: stretch.lowerBound).microseconds)
        }
        let first = tables.stretchEnds.count(below: from)
        let last = tables.stretchStarts.count(upTo: to)
        cuts.formUnion(tables.stretchStarts[min(first, last)..<last])
        cuts.formUnion(tables.stretchEnds[min(first, last)..<last])
        for stretch in stretches.all {
            cuts.insert(stretch.lowerBound)
            cuts.insert(stretch.upperBound)
        }
        return cuts.filter { from <= $0 && $0 <= to }.sorted()
    }
}
