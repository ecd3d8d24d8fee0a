import Workflow

/// Checks the needs of issues that a split brings to life: each category asks for its own.
struct NewIssueNeeds {
    static let key = "needs"

    private let definition: WorkflowDefinition

    init(_ definition: WorkflowDefinition) { self.definition = definition }

    static func of(_ item: FieldValue) -> [String: FieldValue]? { item.object?[key]?.object }

    func faults(in value: FieldValue, field: String) -> [FieldFault] {
        (value.list ?? []).enumerated().flatMap { place, item in
            faults(of: item, at: "\(field)/\(place)/\(Self.key)")
        }
    }

    private func faults(of item: FieldValue, at place: String) -> [FieldFault] {
        guard let category = item.object?["category"]?.text,
            let types = definition.values(of: .needs, in: category)
        else { return [] }
        let values = TypedValues(types, of: .needs)
        guard let needs = item.object?[Self.key], needs != .null else {
            return values.faults(without: place)
        }
        return values.faults(in: needs, field: place)
    }
}
