import Workflow

/// Names the options of `do` that stand for fields which many actions take; of two that stand for
/// one field the first is the usual one.
enum Shorthand: String, CaseIterable, Sendable {
    case lead, support, onlySupport, `class`, reply, reason, evidence

    init?(field: String) {
        guard let match = Self.allCases.first(where: { $0.field == field }) else { return nil }
        self = match
    }

    /// Whether its units join those that are proposed, or that the issue has.
    var joining: FieldAssignment.Joining { self == .support ? .adding : .replacing }

    var field: String {
        switch self {
        case .lead: Attribute.leadUnit.name
        case .support, .onlySupport: Attribute.supportingUnits.name
        case .class: Attribute.issueClass.name
        case .reply: Attribute.reply.name
        case .reason: "reason"
        case .evidence: "evidence"
        }
    }
}
