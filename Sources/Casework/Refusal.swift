package import Languages
import Workflow

/// The domain saying no to a command: nothing was written, and the caller can read why.
package enum Refusal: Error, Hashable, Sendable {
    /// No such issue, or one that the principal may not see: the two are not told apart.
    case unknownIssue
    /// The key was used for another request.
    case keyReused
    case stale(version: Int)
    /// Told with what the word may mean, or what is called something like it.
    case unknownAction(String, meaning: Vocabulary.Meaning, known: [String])
    /// Who could do it, in the order of the workflow.
    case forbidden(action: NamedAction, holders: [Label])
    case invalidFields([FieldFault])
    case invalidComment(Label)
    /// The action does not lead on from the issue's state; told with when it was taken before, where
    /// that is known.
    case notAllowedNow(
        action: NamedAction, state: Label, allowed: [NamedAction], earlier: TakenEarlier? = nil)
    case guardFailed(action: NamedAction, failure: GuardFailure, allowed: [NamedAction])
    /// A time limit can't be computed on the calendar; the words are whole sentences.
    case outsideCalendar(Label)
    /// The link expired or was used up.
    case linkSpent
    case externalReferenceTaken(String)
    /// The issue can't go over to another version of its workflow, or to another officer: every
    /// reason.
    case cannotMove([Label])
}

extension Refusal {
    /// The same refusal, the faults of values where these were sent.
    ///
    /// - Parameter places: where what stands at a place now was sent.
    package func sent(at places: [String: String]) -> Refusal {
        guard case .invalidFields(let faults) = self, !places.isEmpty else { return self }
        return .invalidFields(faults.map { $0.sent(at: places) })
    }
}

/// Tells what is wrong with one field of an action, or with a value in it.
package struct FieldFault: Hashable, Sendable {
    /// The field's name, or the path to a value in it; each step is escaped as in a JSON pointer.
    package let field: String
    /// What it must be, as words that follow the name of the field.
    package let problem: Label
    /// What people call the field; nil where no workflow names it.
    package private(set) var label: Label?

    package init(field: String, _ problem: Label, label: Label? = nil) {
        self.field = field
        self.problem = problem
        self.label = label
    }

    /// The same fault with the label of the action's field that it concerns.
    func named(by action: ActionDefinition) -> FieldFault {
        let name = field.prefix { $0 != "/" }
        guard label == nil, let field = action.field(String(name)) else { return self }
        var named = self
        named.label = field.label
        return named
    }

    init(field: String, zh: String, en: String) {
        self.init(field: field, Label(zh: zh, en: en))
    }

    init(at steps: [String], _ problem: Label) {
        self.init(field: JSONPointer.path(steps), problem)
    }

    /// The same where the value was sent.
    ///
    /// - Parameter places: where what stands at a place now was sent.
    package func sent(at places: [String: String]) -> FieldFault {
        FieldFault(field: Self.place(field, sentAt: places), problem, label: label)
    }

    /// Where what stands at a place now was sent, by the nearest that is known of it or around it.
    static func place(_ whole: String, sentAt places: [String: String]) -> String {
        var (place, rest) = (whole[...], "")
        while true {
            if let sent = places[String(place)] { return sent + rest }
            guard let slash = place.lastIndex(of: "/") else { return whole }
            rest = place[slash...] + rest
            place = place[..<slash]
        }
    }
}

/// Names the guard that refused an action, and why, for people.
package struct GuardFailure: Hashable, Sendable {
    /// The guard with its parameters, e.g. `withinLimit(objection)`: for programs, never for people.
    package let name: String
    package let reason: Label

    package init(name: String, reason: Label) {
        self.name = name
        self.reason = reason
    }
}
