package import Casework

/// Names one event.
package struct EventPlace: Hashable, Sendable {
    package let issue: IssueID
    package let sequence: Int

    package init(issue: IssueID, sequence: Int) {
        self.issue = issue
        self.sequence = sequence
    }
}

extension OutboxItem {
    package var place: EventPlace { EventPlace(issue: event.issue, sequence: event.sequence) }
}
