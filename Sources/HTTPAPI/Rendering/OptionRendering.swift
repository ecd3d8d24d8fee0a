import APIModel
import Casework
import Workflow

extension Viewer {
    func option(_ option: ActionOption) -> ActionsAnswer.Item {
        let obstacle = words(for: option.obstacle)
        return ActionsAnswer.Item(
            action: option.action.name, label: label(option.action.label),
            isAllowed: option.obstacle == nil, refusedBy: obstacle?.name, reason: obstacle?.reason,
            fields: option.action.fields.map(field))
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

    private func field(_ field: FieldDefinition) -> ActionsAnswer.Field {
        ActionsAnswer.Field(
            name: field.name, label: label(field.label), form: field.form.name,
            isRequired: field.isRequired, choices: field.form.choices)
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
        }
    }

    fileprivate var choices: [String]? {
        if case .choice(let choices) = self { choices } else { nil }
    }
}
