package import Casework
package import WorkingTime

/// Narrows a list of what is owed; nil means any.
package struct DutyFilter: Hashable, Sendable {
    package var state: String?
    package var issueClass: String?
    package var category: String?
    package var divisions: [String]?
    package var leadUnits: [UnitID]?
    package var workflows: [WorkflowVersionID]?
    package var text: String?
    package var dueBefore: Instant?
    /// Only on issues whose level was raised.
    package var isRaised = false

    package init() {}
}
