package import Casework
package import WorkingTime

/// A place in the order of what is owed: deadline, class, issue, duty.
package struct DutyPlace: Hashable, Sendable {
    /// Nil where it has no date, or stands still: these come last.
    package let dueAt: Instant?
    package let classRank: Int
    package let issue: IssueID
    /// As `Duty.Slot` is numbered.
    package let slot: Int
    /// For whom it was found; nil where that does not matter, and in a place that a caller brings back.
    package let key: DutyRow.Key?

    package init(
        dueAt: Instant?, classRank: Int, issue: IssueID, slot: Int, key: DutyRow.Key? = nil
    ) {
        self.dueAt = dueAt
        self.classRank = classRank
        self.issue = issue
        self.slot = slot
        self.key = key
    }

    /// The order of queues: what is due first, then by class.
    package static func isInOrder(_ one: DutyPlace, _ other: DutyPlace) -> Bool {
        one.order < other.order
    }

    private var order: (Int64, Int, Int64, Int) {
        (dueAt?.microseconds ?? .max, classRank, issue.rawValue, slot)
    }
}
