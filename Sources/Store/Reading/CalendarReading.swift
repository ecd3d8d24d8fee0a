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

extension PostgresCaseStore {
    package func revisionUses() async throws -> [RevisionUse] {
        try await read(.runningClocksByRevision).map { row in
            RevisionUse(
                calendar: try row.text(0), revision: Int(try row.int32(1)),
                runningCount: try row.int64(2), provisionalCount: try row.int64(3))
        }
    }

    /// Lists provisional deadlines, the nearest first.
    package func provisionalClocks() async throws -> [ProvisionalClock] {
        try await read(.provisionalClocks).map { row in
            ProvisionalClock(
                issue: try row.text(0), kind: try row.text(1), party: try row.textOrNil(2),
                dueAt: Instant(microseconds: try row.timestamp(3)), calendar: try row.text(4),
                revision: Int(try row.int32(5)))
        }
    }
}
