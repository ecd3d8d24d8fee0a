import Casework
import WorkingTime

/// Compares who evaluated with who worked on the issue, as far as the record shows.
extension FlagCheck {
    /// True where the same person did both, or both use the same telephone.
    func isByThoseInvolved(_ evaluation: HistoryStep) -> Bool {
        let involved = peopleInvolved(before: evaluation)
        if let person = evaluation.event.by.person, involved.contains(person) { return true }
        guard let contact = evaluation.before.narrative.contact?.phone.map(Self.digits),
            !contact.isEmpty
        else { return false }
        return involved.contains { person in
            directory.person(person)?.phone.map(Self.digits) == contact
        }
    }

    private func peopleInvolved(before evaluation: HistoryStep) -> Set<PersonID> {
        var people = Set(earlierSteps(than: evaluation).compactMap(\.event.by.person))
        people.formUnion(
            earlierSteps(than: evaluation).compactMap(\.after.attributes.handler))
        return people
    }

    /// The last eleven digits, so that a country code makes no difference.
    private static func digits(_ phone: String) -> String {
        String(phone.compactMap(\.wholeNumberValue).map(String.init).joined().suffix(11))
    }
}
