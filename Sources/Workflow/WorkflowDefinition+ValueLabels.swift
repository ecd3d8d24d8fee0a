package import Languages
extension WorkflowDefinition {
    /// What people call a value of an attribute: the word of the choice that sets it.
    ///
    /// - Returns: nil for what is no choice.
    package func label(ofValue value: String, of attribute: Attribute) -> Label? {
        choiceLabels[attribute]?[value] ?? attribute.label(ofValue: value)
    }

    /// The words of choices by the attributes that they set.
    static func choiceLabels(of actions: [ActionDefinition]) -> [Attribute: [String: Label]] {
        actions.flatMap(\.fields).reduce(into: [:]) { labels, field in
            guard let attribute = field.sets, !field.choiceLabels.isEmpty else { return }
            labels[attribute, default: [:]].merge(field.choiceLabels) { first, _ in first }
        }
    }
}
