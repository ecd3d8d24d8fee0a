import Casework
import Postgres
package import WorkingTime

/// How many clocks run on one revision of a calendar.
package struct RevisionUse: Sendable, Hashable {
    package let calendar: String
    package let revision: Int
    package let runningCount: Int64
    package let provisionalCount: Int64
}

/// A running clock whose deadline lies past what its calendar has published.
package struct ProvisionalClock: Sendable, Hashable {
    package let issue: String
    package let kind: String
    package let party: String?
    package let dueAt: Instant
    package let calendar: String
    package let revision: Int
}

/// Reads how running clocks use calendars.
package struct CalendarRecords: Sendable {
    let database: Database

    package func revisionUses() async throws -> [RevisionUse] {
        try await database.read(.runningClocksByRevision).map { row in
            RevisionUse(
                calendar: try row.text("calendar"),
                revision: Int(try row.int32("calendar_revision")),
                runningCount: try row.int64("running_count"),
                provisionalCount: try row.int64("provisional_count"))
        }
    }

    /// Lists provisional deadlines, the nearest first.
    package func provisionalClocks() async throws -> [ProvisionalClock] {
        try await database.read(.provisionalClocks).map { row in
            ProvisionalClock(
                issue: try row.text("number"), kind: try row.text("kind"),
                party: try row.textOrNil("party"),
                dueAt: try row.instant("due_at"), calendar: try row.text("calendar"),
                revision: Int(try row.int32("calendar_revision")))
        }
    }
}
