package import Languages
package import Workflow

/// An action as programs and as people call it.
package struct NamedAction: Hashable, Sendable {
    package let name: String
    package let label: Label

    package init(name: String, label: Label) {
        self.name = name
        self.label = label
    }

    package init(_ action: ActionDefinition) {
        self.init(name: action.name, label: action.label)
    }
}

/// Tells when an action was taken before, and by whom.
package struct TakenEarlier: Hashable, Sendable {
    /// As the clocks of the workflow's zone show it.
    package let at: String
    /// A person, or what people call the role.
    package let by: Label

    package init(at: String, by: Label) {
        self.at = at
        self.by = by
    }
}
