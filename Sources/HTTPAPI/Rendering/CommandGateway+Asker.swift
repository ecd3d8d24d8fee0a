import Casework
import Engine
import Languages
import UseCases
import WorkingTime

extension CommandGateway {
    /// Somebody who asks now.
    func asker(_ person: Person) -> Asker {
        Asker(.person(person), world: world.value, now: time.now)
    }

    /// Reads what names an issue: an id, or a number, of this year where it names none; nil where the text
    /// can be neither.
    func reference(_ text: String) -> IssueReference? {
        let year = world.value.calendars.zone.date(at: time.now).year
        return IssueReference(IssueNumber.whole(text, in: year))
    }

    /// - Throws: `Refusal.unknownIssue` where the text can name none.
    func issueReference(path text: String) throws(Refusal) -> IssueReference {
        guard let reference = reference(text) else { throw .unknownIssue }
        return reference
    }
}
