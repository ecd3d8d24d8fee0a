import Casework
import Workflow

/// Lists the attributes, and the counters of the engine, whose meaning the audit knows. What a workflow
/// names itself is bound by its roles.
enum RecordedVocabulary {
    enum Attribute {
        static let evaluation = "evaluation"
        static let reply = "reply"
        static let result = "result"
    }

    /// What the effect of giving a card counts.
    enum CardCounter: String {
        case yellowCards, redCards
    }

    /// Calendar days in which a closed issue that comes back counts as a recurrence.
    static let recurrenceInDays: Int64 = 30
    static let highestLevel = 6
}

extension WorkflowRoles {
    /// Tells whether somebody said how satisfied he is. No answer is not among them: what a call-back
    /// records where nobody answered is in no role.
    func isEvaluation(_ value: String) -> Bool {
        contains(value, as: .satisfied) || contains(value, as: .dissatisfied)
    }
}
