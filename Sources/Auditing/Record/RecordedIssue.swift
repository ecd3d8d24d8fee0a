package import Casework

/// One issue with its whole history, as it is read from the record to be audited.
package struct RecordedIssue: Sendable {
    /// The head; only what never changes of it is used, since it may be younger than the month.
    package let issue: Issue
    /// All of them, ordered by sequence.
    package let events: [IssueEvent]
    package let enterprise: Enterprise?
    /// How the case came in, e.g. `visit`.
    package let caseSource: String?
    package let externalReference: String?

    package init(
        issue: Issue, events: [IssueEvent], enterprise: Enterprise?, caseSource: String?,
        externalReference: String?
    ) {
        self.issue = issue
        self.events = events
        self.enterprise = enterprise
        self.caseSource = caseSource
        self.externalReference = externalReference
    }
}
