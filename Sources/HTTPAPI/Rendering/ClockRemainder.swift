import APIModel
import Casework
import WorkingTime

/// Tells what a clock leaves in the unit of its limit, by instants.
///
/// Days that are counted end at a closing: on the last of them, and on the first over, it is working
/// hours that count.
struct ClockRemainder {
    let clock: Clock
    let calendar: WorkingCalendar
    let now: Instant

    /// At its very instant a deadline can still be met, unless the mark of that instant has rung.
    var isOverdue: Bool { now > clock.dueAt || clock.isBreached }

    var remainder: Remainder {
        switch clock.limit.unit {
        case .clockSeconds:
            Remainder(unit: .clockSeconds, count: stretch.to - stretch.from)
        case .workingSeconds: workingTime
        case .workingDays: days(.workingDays, workingDays)
        // A deadline of dates is missed by working days like any other.
        case .calendarDays, .calendarMonths:
            isOverdue ? days(.workingDays, workingDays) : days(.calendarDays, calendarDays)
        }
    }

    private func days(_ unit: Remainder.Unit, _ count: Int64) -> Remainder {
        count > 0 ? Remainder(unit: unit, count: count) : workingTime
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

    private var workingTime: Remainder {
        Remainder(
            unit: .workingSeconds,
            count: calendar.workingSeconds(from: stretch.from, to: stretch.to))
    }
}
