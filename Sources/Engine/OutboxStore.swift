package import Casework

/// Hands committed events to those who carry them on.
package protocol OutboxStore: Sendable {
    /// Hands the next committed events that tell somebody to the body, oldest first, and notes how
    /// far the reader has come once the body has returned. One carries at a time.
    ///
    /// - Returns: false where nothing was left.
    func carry(
        reader: String, limit: Int, _ body: @Sendable ([OutboxItem]) async throws -> Void
    ) async throws -> Bool

    /// - Returns: those readers for which something is left.
    func waiting(among readers: [String]) async throws -> Set<String>
}

/// One event to be told of, with what a message about it says.
package struct OutboxItem: Sendable {
    package let event: IssueEvent
    package let number: String
    package let title: String
    /// The version that the issue runs on by now.
    package let workflow: WorkflowVersionID

    package init(event: IssueEvent, number: String, title: String, workflow: WorkflowVersionID) {
        self.event = event
        self.number = number
        self.title = title
        self.workflow = workflow
    }
}
