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

    static func clock(_ row: Row) throws -> Clock {
        let statusName = try row.text(9)
        guard let status = Clock.Status(rawValue: statusName) else {
            throw WorldFault("a clock has the unknown status \(statusName)")
        }
        var clock = Clock(
            number: Int(try row.int32(1)), kind: try row.text(2), cycle: Int(try row.int32(3)),
            party: try row.textOrNil(4), issueClass: try row.textOrNil(5),
            limit: try TimeLimit(row.text(6)), calendar: try row.text(7),
            calendarRevision: Int(try row.int32(8)),
            startedAt: Instant(microseconds: try row.timestamp(10)),
            dueAt: Instant(microseconds: try row.timestamp(11)),
            isProvisional: try row.bool(14), step: try row.int32OrNil(23).map(Int.init),
            hoursOf: try row.textOrNil(24))
        clock.status = status
        clock.dueAt = Instant(microseconds: try row.timestamp(12))
        clock.movedByPauses = try instant(row, 13)
        clock.pauses = try pauses(row)
        clock.heldAt = try instant(row, 17)
        clock.endedAt = try instant(row, 18)
        clock.breachedAt = try instant(row, 19)
        clock.savedAt = try instant(row, 25)
        clock.passedMarks = try row.texts(20)
        clock.nextMark = try row.textOrNil(21)
        let alarmAt = try row.timestamp(22)
        clock.nextAlarmAt = alarmAt == .max ? nil : Instant(microseconds: alarmAt)
        return clock
    }

    private static func instant(_ row: Row, _ column: Int) throws -> Instant? {
        try row.timestampOrNil(column).map(Instant.init(microseconds:))
    }

    private static func pauses(_ row: Row) throws -> [Pause] {
        try zip(row.timestamps(15), row.timestamps(16)).map { from, until in
            Pause(
                from: Instant(microseconds: from),
                until: until == .max ? nil : Instant(microseconds: until))
        }
    }
}
