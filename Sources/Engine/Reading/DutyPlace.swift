package import Casework
package import WorkingTime

/// A place in the order of what is owed: deadline, class, issue, duty.
package struct DutyPlace: Hashable, Sendable {
    /// Nil where it has no date, or stands still: these come last.
    package let dueAt: Instant?
    package let classRank: Int
    package let issue: IssueID
    package let slot: Int
    /// For whom it was found; nil in a place that a caller brings back.
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
}
