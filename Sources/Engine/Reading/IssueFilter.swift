package import Casework
package import WorkingTime

/// Says which issues, or what is owed on which, a list holds; nil means any.
package struct IssueFilter: Sendable, Hashable {
    package var leadUnits: [UnitID]?
    package var state: String?
    package var issueClass: String?
    package var category: String?
    package var divisions: [String]?
    package var workflows: [WorkflowVersionID]?
    package var text: String?
    /// Of the resolution for issues, of what is owed for duties.
    package var dueBefore: Instant?
    /// Only those whose level was raised.
    package var isRaised = false
    /// Of issues alone: what is owed is owed on open ones.
    package var isOpen: Bool?
    /// Of issues alone: those that this person looks after, handles, or is paired for.
    package var mineOf: PersonID?

    package init() {}
}

/// A place in the order of queues: class, deadline, id.
package struct QueuePlace: Sendable, Hashable {
    package let classRank: Int
    package let dueAt: Instant
    package let issue: IssueID

    package init(classRank: Int, dueAt: Instant, issue: IssueID) {
        self.classRank = classRank
        self.dueAt = dueAt
        self.issue = issue
    }
}
