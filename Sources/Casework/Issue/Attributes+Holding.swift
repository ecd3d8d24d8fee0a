import Workflow

extension Attributes {
    /// Tells whether there is a value; of results all that the category demands, which may be nothing.
    func holds(_ attribute: Attribute, in definition: WorkflowDefinition) -> Bool {
        let holdsResults = definition.actions.lazy.flatMap(\.fields)
            .contains { $0.sets == attribute && $0.form == .results }
        guard holdsResults else { return self[attribute] != nil }
        let types = definition.values(of: .results, in: category) ?? []
        return TypedValues(types, of: .results).areComplete(in: self[attribute]?.object ?? [:])
    }
}
