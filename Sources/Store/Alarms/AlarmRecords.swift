import Casework
package import Engine
import Postgres
package import WorkingTime

/// Finds the alarms of clocks, and tells who leads them.
package struct AlarmRecords: AlarmStore {
    let database: Database
    let leadership: AlarmLeadership

    package func dueAlarms(
        at instant: Instant, after: AlarmPlace?, limit: Int
    ) async throws -> [AlarmPlace] {
        try await database.read(
            .dueAlarms, .timestamp(microseconds: instant.microseconds),
            .timestamp(microseconds: after?.at.microseconds ?? 0),
            .int64(after?.issue.rawValue ?? 0), .int32(Int32(limit))
        ).map { row in
            AlarmPlace(
                at: try row.instant("next_alarm_at"), issue: IssueID(try row.int64("issue_id")))
        }
    }

    package func nextAlarm() async throws -> Instant? {
        try await database.read(.nextAlarm).first?.instantOrNil("at")
    }

    package func leadsAlarms() async throws -> Bool {
        try await converting { try await leadership.leads() }
    }
}
