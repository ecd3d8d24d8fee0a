/// Names the options of `do` that stand for fields which many actions take.
enum Shorthand: String, CaseIterable, Sendable {
    case lead, support, `class`, reply, reason, evidence

    init?(field: String) {
        guard let match = Self.allCases.first(where: { $0.field == field }) else { return nil }
        self = match
    }

    var field: String {
        switch self {
        case .lead: "leadUnit"
        case .support: "supportingUnits"
        case .class: "class"
        case .reply: "reply"
        case .reason: "reason"
        case .evidence: "evidence"
        }
    }
}
