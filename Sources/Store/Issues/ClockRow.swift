import Casework
import Postgres
import WorkingTime

/// Reads the columns of `loadLiveClocks` and `clocksOfIssues`.
enum ClockRow {
    /// Reads the clocks of several issues, in the order of the rows.
    static func clocks(_ rows: Rows) throws -> [IssueID: [Clock]] {
        var clocks: [IssueID: [Clock]] = [:]
        for row in rows {
            clocks[IssueID(try row.int64("issue_id")), default: []].append(try clock(row))
        }
        return clocks
    }

    static func clock(_ row: Row) throws -> Clock {
        let statusName = try row.text("status")
        guard let status = Clock.Status(rawValue: statusName) else {
            throw WorldFault("a clock has the unknown status \(statusName)")
        }
        var clock = try started(row)
        clock.status = status
        clock.dueAt = try row.instant("due_at")
        clock.movedByPauses = try row.instantOrNil("moved_by_pauses")
        clock.pauses = try pauses(row)
        clock.heldAt = try row.instantOrNil("held_at")
        clock.endedAt = try row.instantOrNil("ended_at")
        clock.breachedAt = try row.instantOrNil("breached_at")
        clock.breachLiftedAt = try row.instantOrNil("saved_at")
        clock.passedMarks = try row.texts("passed_marks")
        clock.nextMark = try row.textOrNil("next_mark")
        let alarmAt = try row.timestamp("next_alarm_at")
        clock.nextAlarmAt = alarmAt == .max ? nil : Instant(microseconds: alarmAt)
        return clock
    }

    /// The clock as it was started.
    private static func started(_ row: Row) throws -> Clock {
        Clock(
            number: Int(try row.int32("number")), kind: try row.text("kind"),
            cycle: Int(try row.int32("cycle")), party: try row.textOrNil("party"),
            issueClass: try row.textOrNil("issue_class"),
            limit: try TimeLimit(row.text("time_limit")), calendar: try row.text("calendar"),
            calendarRevision: Int(try row.int32("calendar_revision")),
            startedAt: try row.instant("started_at"), dueAt: try row.instant("original_due_at"),
            isProvisional: try row.bool("is_provisional"),
            step: try row.int32OrNil("step").map(Int.init),
            hoursOf: try row.textOrNil("hours_of"))
    }

    private static func pauses(_ row: Row) throws -> [Pause] {
        try zip(row.timestamps("pauses_from"), row.timestamps("pauses_until")).map { from, until in
            Pause(
                from: Instant(microseconds: from),
                until: until == .max ? nil : Instant(microseconds: until))
        }
    }
}
