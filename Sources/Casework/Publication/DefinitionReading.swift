package import Workflow
package import WorkingTime

/// Reads texts that an institution publishes, in whatever language they are written.
///
/// Each reading throws everything that is wrong in the text, with its places.
package protocol DefinitionReading: Sendable {
    /// Reads a workflow and checks it whole.
    func workflow(_ text: PublishedTexts.Text) throws -> WorkflowDefinition
    /// Reads a workflow that was published: it was sound then, and what later versions of the
    /// program find fault with must not keep its cases from going on.
    func publishedWorkflow(_ text: PublishedTexts.Text) throws -> WorkflowDefinition
    func calendar(_ text: PublishedTexts.Text) throws -> CalendarDefinition
    func routing(_ text: PublishedTexts.Text) throws -> RoutingTable
    func ladders(_ text: PublishedTexts.Text) throws -> Ladders
    func notices(_ text: PublishedTexts.Text) throws -> NoticeRules
    func directory(_ text: PublishedTexts.Text) throws -> DirectoryDocument
}
