package import Workflow

/// Tells which fields of an action must be given, for an issue as it stands.
///
/// A field of needs or results asks for what the category types, and only for what the issue does
/// not hold already.
package struct FieldDemand {
    private let definition: WorkflowDefinition
    /// As it stands before the action; nil where the action bears it.
    private let issue: Issue?
    /// The category that the issue has after the action.
    private let category: String?

    package init(definition: WorkflowDefinition, issue: Issue?, category: String?) {
        self.definition = definition
        self.issue = issue
        self.category = category
    }

    package func requires(_ field: FieldDefinition) -> Bool { !faults(without: field).isEmpty }

    /// Returns what is wrong where the field is left out, each with the place of its value.
    func faults(without field: FieldDefinition) -> [FieldFault] {
        guard let types = definition.values(of: field.form, in: category) else {
            return field.isRequired ? [FieldFault(field: field.name, .isRequired)] : []
        }
        guard field.isRequired || asksAnew(field) else { return [] }
        let values = TypedValues(types, of: field.form)
        return values.areComplete(in: held(field)) ? [] : values.faults(without: field.name)
    }

    /// Another category asks for its own needs, also where the action may leave the field out.
    private func asksAnew(_ field: FieldDefinition) -> Bool {
        field.form == .needs && issue.map { $0.attributes.category != category } ?? false
    }

    private func held(_ field: FieldDefinition) -> [String: FieldValue] {
        let held =
            field.form == .needs
            ? issue?.narrative.needs : field.sets.flatMap { issue?.attributes[$0]?.object }
        return held ?? [:]
    }
}
