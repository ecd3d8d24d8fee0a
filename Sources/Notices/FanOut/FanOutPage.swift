package import Casework
package import Engine

/// What deciding on the deliveries of some events needs.
package struct FanOutPage: Sendable {
    package let items: [OutboxItem]
    /// By issue; empty text where none was chosen yet.
    package let classes: [IssueID: String]
    /// Empty where no subscription asks what its owner may see.
    package let issues: [IssueID: Issue]
    package let subscriptions: [Subscription]

    package init(
        items: [OutboxItem], classes: [IssueID: String], issues: [IssueID: Issue],
        subscriptions: [Subscription]
    ) {
        self.items = items
        self.classes = classes
        self.issues = issues
        self.subscriptions = subscriptions
    }
}
