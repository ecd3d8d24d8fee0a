import APIModel
import APIText
import Casework
import Languages
import Workflow

extension Viewer {
    /// - Parameter name: what whoever asks calls the action; nil: what the workflow does.
    func option(
        _ option: ActionOption, on issue: Issue, called name: String? = nil
    ) -> ActionsAnswer.Item {
        let obstacle = words(for: option, on: issue)
        return ActionsAnswer.Item(
            action: name ?? option.action.name, label: label(option.action.label),
            isAllowed: option.obstacle == nil, refusedBy: obstacle?.name, reason: obstacle?.reason,
            fields: option.action.fields.map { field($0, of: option, issue) },
            course: (world.definitions.workflow(issue.workflow)?.definition)
                .map { .init($0.course(of: option.action, from: issue.state)) })
    }

    private func words(
        for option: ActionOption, on issue: Issue
    ) -> (name: String, reason: String)? {
        switch option.obstacle {
        case nil: nil
        case .state(let state):
            (
                "state",
                language(
                    "问题现为“\(state.zh)”，不能由此办理",
                    "not possible while the issue is “\(state.en)”")
            )
        case .right: ("right", reserved(option.action, on: issue))
        case .guarded(let failure): (failure.name, text(failure.reason))
        }
    }

    /// Says for whom an action is.
    private func reserved(_ action: ActionDefinition, on issue: Issue) -> String {
        let holders =
            world.definitions.workflow(issue.workflow)?.definition
            .holders(of: action, in: issue.state) ?? []
        guard !holders.isEmpty else { return language("须由他人办理", "somebody else's to do") }
        let list = language.list(holders.map(text))
        return language("须由\(list)办理", "for \(list)")
    }

    private func field(
        _ field: FieldDefinition, of option: ActionOption, _ issue: Issue
    ) -> ActionsAnswer.Field {
        let definition = world.definitions.workflow(issue.workflow)?.definition
        let category = issue.attributes.category
        let demand = definition.map {
            FieldDemand(definition: $0, issue: issue, category: category)
        }
        return ActionsAnswer.Field(
            name: field.name, label: label(field.label), form: field.form.name,
            isRequired: demand?.requires(field) ?? field.isRequired,
            choices: choices(of: field), choiceLabels: labels(of: field),
            values: definition?.values(of: field.form, in: category)?.map(value),
            standing: option.obstacle == nil
                ? Decider(world: world).standingUnits(of: field, in: option.action, on: issue)
                : nil)
    }
}

extension Viewer {
    /// A field as it is asked for before there is an issue.
    func field(_ field: FieldDefinition) -> ActionsAnswer.Field {
        ActionsAnswer.Field(
            name: field.name, label: label(field.label), form: field.form.name,
            isRequired: field.isRequired, choices: choices(of: field),
            choiceLabels: labels(of: field))
    }

    private func choices(of field: FieldDefinition) -> [String]? {
        if case .choice(let choices) = field.form { choices } else { nil }
    }

    private func labels(of field: FieldDefinition) -> [String: LabelAnswer]? {
        field.choiceLabels.isEmpty ? nil : field.choiceLabels.mapValues { label($0) }
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
        case .decisions: "decisions"
        case .newIssues: "newIssues"
        case .issue: "issue"
        case .state: "state"
        case .needs: "needs"
        case .results: "results"
        case .project: "project"
        }
    }
}

extension ActionsAnswer.Course {
    fileprivate init(_ course: ActionCourse) {
        switch course {
        case .onward: self = .onward
        case .aside: self = .aside
        case .right: self = .right
        case .away: self = .away
        }
    }
}
