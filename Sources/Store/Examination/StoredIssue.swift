package import Casework
import Postgres
import Workflow
import WorkingTime

/// What is stored of one issue.
package struct StoredIssue: Sendable {
    package enum Content: Sendable {
        /// The head with all clocks, all events in order, the columns of the head, and what is owed,
        /// ordered by key.
        case whole(
            Issue, events: [IssueEvent], columns: StoredColumns, duties: [DutyChange.Put])
        /// Names what is damaged beyond reading, e.g. `event 3`, `the head`.
        case damaged([String])
    }

    package let id: IssueID
    package let eventCount: Int
    package let content: Content
    /// Duties that say otherwise than the head where the issue belongs.
    package let misplacedDuties: [DutyRow.Key]
}

/// Some stored issues, ordered by id.
package struct StoredIssues: Sendable {
    package let issues: [StoredIssue]
    /// The highest id of those asked for: the next ones come after it.
    package let highest: IssueID
}

/// The rows of one issue.
struct StoredIssueRows {
    /// Of `headsByID`.
    let head: Row
    /// Of `issuesByID`.
    let issue: Row
    /// Of `eventsOfIssues`.
    let events: [Row]
    /// Of `clocksOfIssues`.
    let clocks: [Row]
    /// Of `dutiesOfIssues`.
    let duties: [Row]

    func stored(by catalogue: StateCatalogue) throws -> StoredIssue {
        var damage: [String] = []
        let reader = EventRow(catalogue: catalogue)
        let events = try self.events.compactMap { row in
            try readable("event \(try row.int32("sequence"))", &damage) { try reader.event(row) }
        }
        let issue = try readable("the head", &damage) {
            try IssueRow(catalogue: catalogue)
                .issue(self.issue, clocks: try clocks.map(ClockRow.clock))
        }
        let duties = try readable("what is owed", &damage) {
            try self.duties.map(StoredDutyRow.duty)
        }
        let content: StoredIssue.Content =
            if let issue, let duties, damage.isEmpty {
                .whole(
                    issue, events: events, columns: try StoredColumns(head),
                    duties: duties.sorted { $0.row.key < $1.row.key })
            } else {
                .damaged(damage)
            }
        return StoredIssue(
            id: IssueID(try head.int64("id")), eventCount: self.events.count, content: content,
            misplacedDuties: try misplaced())
    }

    private func misplaced() throws -> [DutyRow.Key] {
        try self.duties.filter { try !$0.bool("is_in_place") }.map(StoredDutyRow.key)
    }

    /// Reads something; what is damaged beyond reading is told, and no failure.
    private func readable<Value>(
        _ what: String, _ damage: inout [String], _ read: () throws -> Value
    ) throws -> Value? {
        do {
            return try read()
        } catch is DecodingError {
            damage.append(what)
        } catch is WorkingTimeRefusal {
            damage.append(what)
        } catch is WorldFault {
            damage.append(what)
        }
        return nil
    }
}
