import APIModel
import Casework
import Languages
import Workflow
import WorkingTime

extension Viewer {
    func workflow(_ published: PublishedWorkflow) -> WorkflowAnswer {
        let definition = published.definition
        var answer = WorkflowAnswer(
            id: definition.id, version: published.version, label: label(definition.label),
            defaultClass: definition.defaultClass,
            requiresDeliveryKind: definition.requiresDeliveryKind,
            subject: definition.subject.rawValue,
            states: definition.states.map {
                .init(name: $0.name, label: label($0.label), kind: $0.kind.rawValue)
            },
            classes: definition.classes.map {
                .init(
                    name: $0.name, label: label($0.label),
                    limits: $0.limits.mapValues(\.description))
            },
            categories: definition.categories.map {
                .init(
                    code: $0.code, label: label($0.label), needs: $0.needs.map(value),
                    results: $0.results.map(value))
            },
            actions: definition.actions.map {
                .init(
                    name: $0.name, label: label($0.label), isAutomatic: $0.isAutomatic,
                    takenBy: $0.rights.map(\.words.en), guards: $0.guards.map(\.words.en))
            })
        answer.filing = definition.filing.map(birth)
        answer.drafting = definition.drafting.map(birth)
        return answer
    }

    private func birth(_ action: ActionDefinition) -> WorkflowAnswer.Birth {
        WorkflowAnswer.Birth(
            label: label(action.label),
            leadsTo: action.transitions(from: StateDefinition.unborn).map(\.to),
            fields: action.fields.map(field))
    }

    func value(_ type: ValueDefinition) -> ActionsAnswer.Value {
        ActionsAnswer.Value(
            name: type.name, label: label(type.label), kind: type.kind.name,
            quantity: type.kind.quantity.map { label($0.label) }, isRequired: type.isRequired)
    }
}

extension ValueDefinition.Kind {
    fileprivate var name: String {
        switch self {
        case .quantity(let quantity): quantity.rawValue
        case .date: "date"
        case .text: "text"
        }
    }

    fileprivate var quantity: ValueDefinition.Quantity? {
        if case .quantity(let quantity) = self { quantity } else { nil }
    }
}
