import Casework
import Engine

/// Narrows a list of issues, or of what is owed on them, word by word as it was written; nil: any.
package struct ListFilter: Sendable {
    /// A code or a name, here and below.
    package var unit: String?
    package var state: String?
    package var issueClass: String?
    package var category: String?
    package var division: String?
    package var workflow: String?
    /// What the text holds.
    package var words: String?

    package init() {}
}

extension IssueFilter {
    /// - Throws: `badParameter` for what nobody knows: it would find nothing, and say nothing of it.
    mutating func narrow(by asked: ListFilter, _ names: FilterName) throws(InputFault) {
        if let units = try names.units(asked.unit) { leadUnits = units }
        state = try names.state(asked.state)
        issueClass = try names.issueClass(asked.issueClass)
        category = try names.category(asked.category)
        divisions = try names.divisions(asked.division)
        workflows = try names.workflows(asked.workflow)
        text = try SearchWords.checked(asked.words)
    }
}
