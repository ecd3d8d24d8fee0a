package import Languages
package import Workflow

/// What a workflow calls its things.
extension WorkflowDefinition {
    /// Actions that somebody may take.
    package var actionWords: Vocabulary {
        Vocabulary(actions.filter { !$0.isAutomatic }.map { .init(name: $0.name, label: $0.label) })
    }

    package var stateWords: Vocabulary {
        Vocabulary(states.map { .init(name: $0.name, label: $0.label) })
    }

    package var classWords: Vocabulary {
        Vocabulary(classes.map { .init(name: $0.name, label: $0.label) })
    }

    package var categoryWords: Vocabulary {
        Vocabulary(categories.map { .init(name: $0.code, label: $0.label) })
    }
}

extension ActionDefinition {
    package var fieldWords: Vocabulary {
        Vocabulary(fields.map { .init(name: $0.name, label: $0.label) })
    }
}

extension FieldDefinition {
    /// The values of a choice; nil for fields of other forms.
    package var choiceWords: Vocabulary? {
        guard case .choice(let choices) = form else { return nil }
        return Vocabulary(
            choices.map {
                .init(name: $0, label: choiceLabels[$0] ?? Label(zh: $0, en: $0))
            })
    }
}

/// What all versions of all workflows call their things.
extension PublishedDefinitions {
    package var actionWords: Vocabulary { joined(\.actionWords) }
    package var stateWords: Vocabulary { joined(\.stateWords) }
    package var classWords: Vocabulary { joined(\.classWords) }
    package var categoryWords: Vocabulary { joined(\.categoryWords) }

    package var workflowWords: Vocabulary {
        Vocabulary(newestFirst.map { .init(name: $0.definition.id, label: $0.definition.label) })
    }

    private func joined(_ words: (WorkflowDefinition) -> Vocabulary) -> Vocabulary {
        var seen: Set<Vocabulary.Entry> = []
        return Vocabulary(
            newestFirst.flatMap { words($0.definition).entries }
                .filter { seen.insert($0).inserted })
    }

    private var newestFirst: [PublishedWorkflow] {
        all.sorted { ($0.version, $0.definition.id) > ($1.version, $1.definition.id) }
    }
}
