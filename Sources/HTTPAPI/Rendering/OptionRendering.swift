import APIModel
import Casework
import Workflow

extension Viewer {
    func option(_ option: ActionOption, on issue: Issue) -> ActionsAnswer.Item {
        let obstacle = words(for: option.obstacle)
        return ActionsAnswer.Item(
            action: option.action.name, label: label(option.action.label),
            isAllowed: option.obstacle == nil, refusedBy: obstacle?.name, reason: obstacle?.reason,
            fields: option.action.fields.map { field($0, issue) })
    }

    private func words(
        for obstacle: ActionOption.Obstacle?
    ) -> (name: String, reason: String)? {
        switch obstacle {
        case nil: nil
        case .right:
            ("right", language == .english ? "somebody else's to do" : "须由有权的人员办理")
        case .guarded(let failure): (failure.name, text(failure.reason))
        }
    }

    private func field(_ field: FieldDefinition, _ issue: Issue) -> ActionsAnswer.Field {
        let values = values(of: field, issue)
        return ActionsAnswer.Field(
            name: field.name, label: label(field.label), form: field.form.name,
            // Where the category types nothing that it demands, nothing has to be said.
            isRequired: field.isRequired && values.map { $0.contains(where: \.isRequired) } ?? true,
            choices: choices(of: field), choiceLabels: labels(of: field), values: values)
    }
}

extension Viewer {
    private func choices(of field: FieldDefinition) -> [String]? {
        if case .choice(let choices) = field.form { choices } else { nil }
    }

    private func labels(of field: FieldDefinition) -> [String: LabelAnswer]? {
        field.choiceLabels.isEmpty ? nil : field.choiceLabels.mapValues { label($0) }
    }

    /// The values that the issue's category types, where the field holds such.
    private func values(
        of field: FieldDefinition, _ issue: Issue
    ) -> [ActionsAnswer.Value]? {
        let category = world.workflow(issue.workflow)?.definition
            .category(issue.attributes.category)
        let types: [ValueDefinition]? =
            switch field.form {
            case .needs: category?.needs
            case .results: category?.results
            default: nil
            }
        return types?.map(value)
    }
}

extension FieldDefinition.Form {
    fileprivate var name: String {
        switch self {
        case .text: "text"
        case .choice: "choice"
        case .count: "count"
        case .boolean: "boolean"
        case .date: "date"
        case .unit: "unit"
        case .units: "units"
        case .person: "person"
        case .issueClass: "class"
        case .category: "category"
        case .division: "division"
        case .evidence: "evidence"
        case .plan: "plan"
        case .newIssues: "newIssues"
        case .issue: "issue"
        case .state: "state"
        case .needs: "needs"
        case .results: "results"
        }
    }
}
