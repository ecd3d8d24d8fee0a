import Workflow

/// Says what an event means for the issues of other enterprises with the same need. Term: 共性问题.
///
/// What follows for them is carried out after the event is stored, by its own commands.
package struct CommonStep: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// The issue belongs to another from now on.
        case joined
        /// It does no more.
        case left
        /// What came of the issue is that of all under it.
        case shared
    }

    package let kind: Kind
    /// The number of the issue that this one belongs to, or belonged to; nil for `shared`.
    package let lead: String?
    /// The automatic action that another issue takes by this.
    package let action: String?
    /// What it takes it with.
    package let values: [String: FieldValue]?
    /// The automatic action that it takes while it can't take the other yet.
    package let otherwise: String?

    init(
        kind: Kind, lead: String? = nil, action: String? = nil,
        values: [String: FieldValue]? = nil, otherwise: String? = nil
    ) {
        self.kind = kind
        self.lead = lead
        self.action = action
        self.values = values
        self.otherwise = otherwise
    }
}

extension Draft {
    mutating func joinCommon(_ action: String) {
        guard let lead = issue.attributes.commonIssue else { return }
        common = CommonStep(kind: .joined, lead: lead, action: action)
    }

    mutating func leaveCommon() {
        guard let lead = before.attributes.commonIssue else { return }
        issue.attributes[.commonIssue] = nil
        common = CommonStep(kind: .left, lead: lead)
    }

    mutating func shareResult(_ action: String, _ otherwise: String?) {
        let fields = situation.workflow.definition.action(action)?.fields ?? []
        var values: [String: FieldValue] = [:]
        for field in fields {
            guard let attribute = field.sets else { continue }
            values[field.name] = issue.attributes[attribute]
        }
        common = CommonStep(
            kind: .shared, action: action, values: values, otherwise: otherwise)
    }
}
