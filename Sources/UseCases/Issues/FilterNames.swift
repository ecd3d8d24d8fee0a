import Casework
import Workflow

/// Reads what a list is narrowed by: here alone the text of a filter becomes the name by which the record
/// knows it. Nil is any.
///
/// Throws: `badParameter` for what nobody knows, with what is known: it would find nothing, and say nothing
/// of it.
struct FilterNames {
    let definitions: PublishedDefinitions
    let directory: Directory

    init(_ world: World) {
        definitions = world.definitions
        directory = world.directory
    }

    func state(_ text: String?) throws(InputFault) -> String? {
        try known(text, "state", definitions.states)
    }

    func issueClass(_ text: String?) throws(InputFault) -> String? {
        try known(text, "class", definitions.classes)
    }

    func category(_ text: String?) throws(InputFault) -> String? {
        try known(text, "category", definitions.categories)
    }

    /// All versions of a workflow.
    func workflows(_ text: String?) throws(InputFault) -> [WorkflowVersionID]? {
        try known(text, "workflow", definitions.names).map { name in
            definitions.versions(of: name).map(\.id)
        }
    }

    /// A division and what lies below it.
    func divisions(_ text: String?) throws(InputFault) -> [String]? {
        try known(text, "division", directory.divisions.map(\.code)).map { code in
            directory.divisions(within: code).sorted()
        }
    }

    /// A unit and what lies below it.
    func units(_ text: String?) throws(InputFault) -> [UnitID]? {
        guard let text else { return nil }
        guard let unit = directory.unit(code: text) else { throw .unknownUnit(text) }
        return directory.subtree(of: unit.id).sorted()
    }

    private func known(
        _ text: String?, _ parameter: String, _ names: [String]
    ) throws(InputFault) -> String? {
        guard let text else { return nil }
        guard names.contains(text) else {
            throw .unknownName(text, parameter: parameter, known: names)
        }
        return text
    }
}
