package import Casework
package import WorkingTime

/// What can be said of a clock and one of its deadlines at the end of a month.
package enum ClockVerdict: Sendable {
    case onTime, late
    /// Still running towards it, standing still, or ended without a verdict before it.
    case undecided
}

extension Clock {
    /// Judges the clock by its effective deadline. Term: 有效时限.
    package func verdict(asOf end: Instant) -> ClockVerdict {
        // Another run goes on in its place.
        if breachLiftedAt != nil { return .undecided }
        return switch status {
        case .met: .onTime
        case .late: .late
        case .held: (heldAt ?? end) > dueAt || isBreached ? .late : .onTime
        case .running: dueAt < end || isBreached ? .late : .undecided
        case .paused: isBreached ? .late : .undecided
        case .cancelled: (endedAt ?? end) > dueAt || isBreached ? .late : .undecided
        }
    }

    /// Judges the clock by the deadline that it was started with, whatever moved it later.
    ///
    /// Term: 原时限. A pause does not move it.
    package func originalVerdict(asOf end: Instant) -> ClockVerdict {
        if breachLiftedAt != nil { return .undecided }
        if dueAt == originalDueAt, status != .paused { return verdict(asOf: end) }
        if let metByOriginal { return metByOriginal ? .onTime : .late }
        switch status {
        case .met, .late: return .undecided
        case .held: return (heldAt ?? end) > originalDueAt ? .late : .onTime
        case .running, .paused: return originalDueAt < end ? .late : .undecided
        case .cancelled: return (endedAt ?? end) > originalDueAt ? .late : .undecided
        }
    }

    /// When the work was done, as far as the record says. Term: 办结.
    package var doneAt: Instant? {
        switch status {
        case .met, .late: endedAt
        case .held: heldAt
        case .running, .paused, .cancelled: nil
        }
    }

    /// Counts the working days from the effective deadline to the ending or the month's end.
    ///
    /// Units: working days of the calendar revision that the deadline is pinned to.
    package func overdueWorkingDays(
        asOf end: Instant, by calendars: PublishedCalendars
    ) throws(WorldFault) -> Int {
        guard verdict(asOf: end) == .late else { return 0 }
        let calendar = try pinnedCalendar(in: calendars)
        return Int(calendar.workingDays(from: dueAt, to: doneAt ?? endedAt ?? end))
    }

    /// Counts the working seconds likewise, pauses left out; 0 where the clock is not late.
    package func overdueWorkingSeconds(
        asOf end: Instant, by calendars: PublishedCalendars
    ) throws(WorldFault) -> Int64 {
        guard verdict(asOf: end) == .late else { return 0 }
        return workingSecondsOver(on: try pinnedCalendar(in: calendars), asOf: end) ?? 0
    }

    /// Counts the working time from the start to the end of the work, or the month's end: that which
    /// the party had, and that for which the clock stood still.
    ///
    /// Units: working seconds of the calendar revision that the deadline is pinned to.
    package func workingSeconds(
        asOf end: Instant, by calendars: PublishedCalendars
    ) throws(WorldFault) -> (elapsed: Int64, paused: Int64) {
        let calendar = try pinnedCalendar(in: calendars)
        let end = heldAt ?? endedAt ?? end
        guard end > startedAt else { return (0, 0) }
        let whole = calendar.workingSeconds(from: startedAt, to: end, pauses: [])
        let elapsed = calendar.workingSeconds(from: startedAt, to: end, pauses: pauses)
        return (elapsed, whole - elapsed)
    }

    private func pinnedCalendar(
        in calendars: PublishedCalendars
    ) throws(WorldFault) -> WorkingCalendar {
        guard let calendar = calendars.calendar(of: self) else {
            throw WorldFault(
                "revision \(calendarRevision) of the calendar \(calendar) is not published")
        }
        return calendar
    }
}
