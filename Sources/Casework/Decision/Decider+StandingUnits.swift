package import Workflow

extension Decider {
    /// Lists the units that a field of an action would name anew: those that routing proposes, where
    /// the action confirms it, else those that the issue has.
    ///
    /// - Returns: nil for a field of another form, and where the action adds to the units itself.
    package func standingUnits(
        of field: FieldDefinition, in action: ActionDefinition, on issue: Issue
    ) -> [String]? {
        guard case .units = field.form, let attribute = field.sets, !action.addsUnits else {
            return nil
        }
        guard action.confirmsRouting else {
            return issue.attributes[attribute]?.list?.compactMap(\.text) ?? []
        }
        return proposal(for: issue).supporting.map(\.code)
    }
}

extension ActionDefinition {
    /// Tells whether the units that the action names join those that support already.
    var addsUnits: Bool {
        effects.contains { if case .startForNew = $0 { true } else { false } }
    }
}
