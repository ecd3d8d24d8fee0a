import APIModel
import Casework
import Languages
import Workflow
import WorkingTime

/// What people call values that stand for something: choices, units, people, categories.
extension Viewer {
    /// Of the attributes of an issue that have no place of their own in its answer.
    func valueLabels(
        of issue: Issue, _ definition: WorkflowDefinition?
    ) -> [String: LabelAnswer]? {
        var labels: [String: LabelAnswer] = [:]
        for (attribute, value) in issue.attributes.recorded.attributes
        where ![.placed, .hidden].contains(attribute.visibility) {
            labels[attribute.name] = label(of: value, attribute, definition, [], at)
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
            labels[field.name] = label(of: value, field, definition, event.at)
        }
        for (attribute, value) in event.body.set.attributes {
            labels[attribute.name] = label(of: value, attribute, definition, fields, event.at)
        }
        return labels.isEmpty ? nil : labels
    }

    /// - Parameters:
    ///   - fields: those of the action that set the attribute, whose words come first.
    ///   - instant: units by the names that they bore then.
    private func label(
        of value: FieldValue, _ attribute: Attribute, _ definition: WorkflowDefinition?,
        _ fields: [FieldDefinition], _ instant: Instant
    ) -> LabelAnswer? {
        if attribute.kind == .person {
            return value.integer.flatMap { name(of: world.directory.person(PersonID($0))) }
        }
        guard let text = value.text else { return nil }
        let found: Label? =
            switch attribute.kind {
            case .text:
                fields.first { $0.sets == attribute }?.choiceLabels[text]
                    ?? definition?.label(ofValue: text, of: attribute)
            case .unit: world.directory.unit(code: text)?.name(at: instant)
            case .issueClass: definition?.issueClass(text)?.label
            case .category: world.definitions.label(ofCategory: text)
            case .division: world.directory.division(text)?.name
            case .project: world.directory.project(text)?.name
            case .person, .persons, .units, .instant, .date, .texts, .number, .boolean, .issue,
                .plan, .decisions, .results:
                nil
            }
        return found.map { label($0) }
    }

    private func label(
        of value: String, _ field: FieldDefinition, _ definition: WorkflowDefinition?,
        _ instant: Instant
    ) -> LabelAnswer? {
        let found: Label? =
            switch field.form {
            case .choice: field.choiceLabels[value]
            case .unit: world.directory.unit(code: value)?.name(at: instant)
            case .issueClass: definition?.issueClass(value)?.label
            case .category: world.definitions.label(ofCategory: value)
            case .division: world.directory.division(value)?.name
            case .project: world.directory.project(value)?.name
            case .state: definition?.state(value)?.label
            case .person:
                world.directory.person(login: value).map { Label(zh: $0.name, en: $0.name) }
            case .text, .count, .boolean, .date, .units, .evidence, .plan, .decisions, .newIssues,
                .issue, .needs, .results:
                nil
            }
        return found.map { label($0) }
    }

    private func name(of person: Person?) -> LabelAnswer? {
        person.map { LabelAnswer(zh: $0.name, en: $0.name) }
    }
}
