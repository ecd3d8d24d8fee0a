import Workflow

/// Holds what the audit knows of the record beside attributes and roles.
enum RecordedVocabulary {
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
