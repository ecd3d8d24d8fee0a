/// Whoever sends a command. Term: 操作人.
package enum Principal: Sendable, Hashable {
    case person(Person)
    /// The enterprise, through the personal link of one issue.
    case enterprise(IssueID, link: Int)
    /// The alarms.
    case system

    package var personID: PersonID? {
        if case .person(let person) = self { person.id } else { nil }
    }

    /// Stands for the principal in command keys, so that strangers' keys never collide.
    package var keySpace: String {
        switch self {
        case .person(let person): "person:\(person.id)"
        case .enterprise(let issue, let link): "link:\(issue):\(link)"
        case .system: "system"
        }
    }
}
