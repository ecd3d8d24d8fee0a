package import Casework
package import WorkingTime

/// What the store knows of a personal token.
package struct TokenRecord: Sendable, Hashable {
    /// By which operators name it; no secret.
    package let id: Int64
    package let person: PersonID
    package let expiresAt: Instant
    /// From when it lets nobody in, though it would last; it may lie ahead.
    package let revokedAt: Instant?
    package let lastUsedOn: CalendarDate?

    package init(
        id: Int64, person: PersonID, expiresAt: Instant, revokedAt: Instant?,
        lastUsedOn: CalendarDate?
    ) {
        self.id = id
        self.person = person
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedOn = lastUsedOn
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
