package import WorkingTime

/// Tells what a clock leaves in the unit of its limit, by instants.
///
/// Days that are counted end at a closing: on the last of them, and on the first over, it is working
/// hours that count.
package struct ClockRemainder {
    private let clock: Clock
    private let calendar: WorkingCalendar
    private let now: Instant

    package init(clock: Clock, calendar: WorkingCalendar, now: Instant) {
        self.clock = clock
        self.calendar = calendar
        self.now = now
    }

    /// At its very instant a deadline can still be met, unless the mark of that instant has rung.
    package var isOverdue: Bool { now > clock.dueAt || clock.isBreached }

    /// Tells whether so much of its time has passed.
    package func hasPassed(percent: Int) -> Bool {
        now
            >= calendar.instant(
                percent: percent, from: clock.startedAt, to: clock.dueAt, pauses: clock.pauses)
    }

    /// What is left, or what is over; never below zero, and never in months.
    package var amount: (count: Int64, unit: TimeLimitUnit) {
        switch clock.limit.unit {
        case .clockSeconds: (stretch.to - stretch.from, .clockSeconds)
        case .workingSeconds: workingTime
        case .workingDays: days(workingDays, .workingDays)
        // A deadline of dates is missed by working days like any other.
        case .calendarDays, .calendarMonths:
            isOverdue ? days(workingDays, .workingDays) : days(calendarDays, .calendarDays)
        }
    }

    private func days(_ count: Int64, _ unit: TimeLimitUnit) -> (Int64, TimeLimitUnit) {
        count > 0 ? (count, unit) : workingTime
    }

    private var stretch: (from: Instant, to: Instant) {
        isOverdue ? (clock.dueAt, now) : (now, clock.dueAt)
    }

    private var workingDays: Int64 {
        calendar.workingDays(from: stretch.from, to: stretch.to, pauses: [])
    }

    private var calendarDays: Int64 {
        calendar.zone.date(at: clock.dueAt).dayNumber - calendar.zone.date(at: now).dayNumber
    }

    private var workingTime: (Int64, TimeLimitUnit) {
        (calendar.workingSeconds(from: stretch.from, to: stretch.to), .workingSeconds)
    }
}
