import Workflow

extension Attributes {
    /// Tells whether there is a value; of results all that the category demands, which may be nothing.
    func holds(_ attribute: Attribute, in definition: WorkflowDefinition) -> Bool {
        guard definition.attributesOfResults.contains(attribute) else {
            return self[attribute] != nil
        }
        let types = definition.values(of: .results, in: category) ?? []
        return TypedValues(types, of: .results).areComplete(in: self[attribute]?.object ?? [:])
    }
}
