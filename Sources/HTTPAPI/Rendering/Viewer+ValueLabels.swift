import APIModel
import Casework
import Workflow

/// What people call values that are one of a choice.
extension Viewer {
    /// Of the attributes of an issue that have no place of their own in its answer.
    func valueLabels(
        of issue: Issue, _ definition: WorkflowDefinition?
    ) -> [String: LabelAnswer]? {
        var labels: [String: LabelAnswer] = [:]
        for (attribute, value) in issue.attributes.recorded.attributes
        where ![.placed, .hidden].contains(attribute.visibility) {
            if let found = definition.flatMap({ self.label(of: value, attribute, $0, []) }) {
                labels[attribute.name] = found
            }
        }
        return labels.isEmpty ? nil : labels
    }

    /// Of what an event changed, and of the fields of its action.
    func valueLabels(
        of event: IssueEvent, _ fields: [FieldDefinition], _ definition: WorkflowDefinition?
    ) -> [String: LabelAnswer]? {
        var labels: [String: LabelAnswer] = [:]
        for field in fields {
            guard let value = event.body.fields[field.name]?.text else { continue }
            labels[field.name] = field.choiceLabels[value].map { label($0) }
        }
        for (attribute, value) in event.body.set.attributes {
            labels[attribute.name] = definition.flatMap { label(of: value, attribute, $0, fields) }
        }
        return labels.isEmpty ? nil : labels
    }

    /// - Parameter fields: those of the action that set the attribute, whose words come first.
    private func label(
        of value: FieldValue, _ attribute: Attribute, _ definition: WorkflowDefinition,
        _ fields: [FieldDefinition]
    ) -> LabelAnswer? {
        guard attribute.kind == .text, let text = value.text else { return nil }
        let field = fields.first { $0.sets == attribute }
        return (field?.choiceLabels[text] ?? definition.label(ofValue: text, of: attribute))
            .map { label($0) }
    }
}
