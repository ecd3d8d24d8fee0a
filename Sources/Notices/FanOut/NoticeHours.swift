package import Casework
import Workflow
package import WorkingTime

/// Finds when a notice may go out.
package struct NoticeHours: Sendable {
    private let rules: NoticeRules
    private let calendar: WorkingCalendar?

    /// - Parameter calendar: nil where the rules' calendar is not published: every day counts then.
    package init(rules: NoticeRules, calendar: WorkingCalendar?) {
        self.rules = rules
        self.calendar = calendar
    }

    private var zone: ZoneTable { calendar?.zone ?? .utc }

    /// The first instant at or after another that lies in waking hours of a working day.
    package func waking(atOrAfter instant: Instant) -> Instant {
        let (date, second) = zone.local(instant)
        if isWorkingDay(date), second < rules.quiet.sleepsAt {
            return max(instant, zone.instant(of: date, secondOfDay: rules.quiet.wakesAt))
        }
        let next = workingDay(after: date)
        return zone.instant(of: next, secondOfDay: rules.quiet.wakesAt)
    }

    /// The next digest after an instant: its working day, and when it goes out.
    package func digest(after instant: Instant) -> (on: CalendarDate, at: Instant) {
        let date = zone.date(at: instant)
        let today = zone.instant(of: date, secondOfDay: rules.digest.at)
        if isWorkingDay(date), instant < today { return (date, today) }
        let next = workingDay(after: date)
        return (next, zone.instant(of: next, secondOfDay: rules.digest.at))
    }

    package func isUrgent(_ issueClass: String?) -> Bool {
        issueClass.map(rules.quiet.exceptClasses.contains) ?? false
    }

    private func isWorkingDay(_ date: CalendarDate) -> Bool {
        calendar.map { !$0.covers(zone.midnight(of: date)) || $0.isWorkingDay(date) } ?? true
    }

    /// No calendar rests for more than some weeks.
    private func workingDay(after date: CalendarDate) -> CalendarDate {
        var next = CalendarDate(dayNumber: date.dayNumber + 1)
        while !isWorkingDay(next), next.dayNumber < date.dayNumber + 400 {
            next = CalendarDate(dayNumber: next.dayNumber + 1)
        }
        return next
    }
}

extension World {
    package var noticeHours: NoticeHours {
        NoticeHours(rules: notices, calendar: calendars.current(notices.calendar))
    }
}
