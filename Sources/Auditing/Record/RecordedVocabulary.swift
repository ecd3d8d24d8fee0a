import Casework

/// Lists the names in the record whose meaning the audit knows.
///
/// A workflow that names these things otherwise is audited by this table alone.
enum RecordedVocabulary {
    enum State {
        static let closedOut = "closedOut"
        /// Handled in another issue: neither solved nor left undone here.
        static let handledElsewhere: Set = ["merged", "divided"]
        /// Ended before the administration had anything to bring to an end.
        static let undone = handledElsewhere.union(["declined", "withdrawn"])
    }

    enum ClockKind {
        static let acknowledge = "acknowledge"
        static let firstReport = "firstReport"
        static let resolve = "resolve"
    }

    enum Action {
        static let acknowledge = "acknowledge"
        static let acknowledgeAutomatically = "acknowledgeAutomatically"
    }

    enum Counter: String {
        case dispatches, sendBacks, upheldSendBacks, extensions, reworks, recurrences
        case yellowCards, redCards
    }

    enum Field {
        static let evaluation = "evaluation"
        /// What shows that something was done: material, or the rule that a direct answer cites.
        static let proofs = ["evidence", "reference"]
    }

    enum Attribute {
        static let evaluation = "evaluation"
        static let evaluationSource = "evaluationSource"
        static let reply = "reply"
        static let result = "result"
    }

    static let solved = "solved"
    static let satisfied: Set<String> = ["satisfied", "basicallySatisfied"]
    /// No answer is not among them: `notEvaluated` is recorded by the call-back.
    static let evaluations = satisfied.union(["dissatisfied"])
    /// Calendar days in which a closed issue that comes back counts as a recurrence.
    static let recurrenceInDays: Int64 = 30
    static let highestLevel = 6
}

extension Attributes {
    func count(_ counter: RecordedVocabulary.Counter) -> Int { count(counter.rawValue) }
}
