package import Casework
package import WorkingTime

/// What the store knows of a personal token.
package struct TokenRecord: Sendable, Hashable {
    package let person: PersonID
    package let expiresAt: Instant
    package let isRevoked: Bool

    package init(person: PersonID, expiresAt: Instant, isRevoked: Bool) {
        self.person = person
        self.expiresAt = expiresAt
        self.isRevoked = isRevoked
    }
}

/// What the store knows of an enterprise's link.
package struct LinkRecord: Sendable, Hashable {
    package let issue: IssueID
    package let number: Int
    package let expiresAt: Instant

    package init(issue: IssueID, number: Int, expiresAt: Instant) {
        self.issue = issue
        self.number = number
        self.expiresAt = expiresAt
    }
}
