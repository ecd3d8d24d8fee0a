import Workflow

/// Says what an event means for the issues of other enterprises with the same need. Term: 共性问题.
///
/// What follows for them is carried out after the event is stored, by its own commands.
package struct CommonStep: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// The issue stands under another from now on.
        case joined
        /// It does no more.
        case left
        /// What came of the issue is that of all under it.
        case shared
    }

    package let kind: Kind
    /// The number of the issue that this one stands under, or stood under; nil for `shared`.
    package let lead: String?
    /// The automatic action that another issue takes by this.
    package let action: String?
    /// What it takes it with.
    package let values: [String: FieldValue]?
}

extension Draft {
    mutating func joinCommon(_ action: String) {
        guard let lead = issue.attributes[CommonStep.attribute]?.text else { return }
        common = CommonStep(kind: .joined, lead: lead, action: action, values: nil)
    }

    mutating func leaveCommon() {
        guard let lead = before.attributes[CommonStep.attribute]?.text else { return }
        issue.attributes[CommonStep.attribute] = nil
        common = CommonStep(kind: .left, lead: lead, action: nil, values: nil)
    }

    mutating func shareResult(_ action: String) {
        let fields = situation.workflow.definition.action(action)?.fields ?? []
        var values: [String: FieldValue] = [:]
        for field in fields {
            guard let attribute = field.sets else { continue }
            values[field.name] = issue.attributes[attribute]
        }
        common = CommonStep(kind: .shared, lead: nil, action: action, values: values)
    }
}

extension CommonStep {
    /// The attribute that holds the number of the issue that another stands under.
    package static let attribute = "commonIssue"
}
