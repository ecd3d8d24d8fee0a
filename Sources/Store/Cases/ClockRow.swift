import Casework
import Postgres
import WorkingTime

/// Reads the columns of `loadLiveClocks` and `clocksOfIssues`, in their order.
enum ClockRow {
    /// Reads the clocks of several issues, in the order of the rows.
    static func clocks(_ rows: Rows) throws -> [IssueID: [Clock]] {
        var clocks: [IssueID: [Clock]] = [:]
        for row in rows {
            clocks[IssueID(try row.int64(0)), default: []].append(try clock(row))
        }
        return clocks
    }

    private static func clock(_ row: Row) throws -> Clock {
        let statusName = try row.text(8)
        guard let status = Clock.Status(rawValue: statusName) else {
            throw WorldFault("a clock has the unknown status \(statusName)")
        }
        var clock = Clock(
            number: Int(try row.int32(1)), kind: try row.text(2), cycle: Int(try row.int32(3)),
            party: try row.textOrNil(4), limit: try TimeLimit(row.text(5)),
            calendar: try row.text(6), calendarRevision: Int(try row.int32(7)),
            startedAt: Instant(microseconds: try row.timestamp(9)),
            dueAt: Instant(microseconds: try row.timestamp(10)),
            isProvisional: try row.bool(13))
        clock.status = status
        clock.dueAt = Instant(microseconds: try row.timestamp(11))
        clock.movedByPauses = try instant(row, 12)
        clock.pauses = try pauses(row)
        clock.heldAt = try instant(row, 16)
        clock.endedAt = try instant(row, 17)
        clock.breachedAt = try instant(row, 18)
        clock.passedMarks = Int(try row.int32(19))
        clock.nextMark = try row.textOrNil(20)
        let alarmAt = try row.timestamp(21)
        clock.nextAlarmAt = alarmAt == .max ? nil : Instant(microseconds: alarmAt)
        return clock
    }

    private static func instant(_ row: Row, _ column: Int) throws -> Instant? {
        try row.timestampOrNil(column).map(Instant.init(microseconds:))
    }

    private static func pauses(_ row: Row) throws -> [Pause] {
        try zip(row.timestamps(14), row.timestamps(15)).map { from, until in
            Pause(
                from: Instant(microseconds: from),
                until: until == .max ? nil : Instant(microseconds: until))
        }
    }
}
