/// The answer to `GET /v1/issues/{id}/officers`: who holds each level of the two lines now.
package struct OfficersAnswer: Codable, Hashable, Sendable {
    package struct Holder: Codable, Hashable, Sendable {
        package let person: PersonAnswer
        /// Who is away, first the one whose post it is.
        package let insteadOf: [PersonAnswer]
        /// How the post was found: `pairing`, `division`, …
        package let by: String
        /// The same for people.
        package let why: String
        /// Since when the post is held; absent where the directory does not say.
        package let since: String?

        package init(
            person: PersonAnswer, insteadOf: [PersonAnswer], by: String, why: String,
            since: String?
        ) {
            self.person = person
            self.insteadOf = insteadOf
            self.by = by
            self.why = why
            self.since = since
        }
    }

    package struct Level: Codable, Hashable, Sendable {
        package let level: Int
        package let label: LabelAnswer
        /// Empty where nobody is found: then the next level is told.
        package let holders: [Holder]
        /// When the issue reached the level; absent where it did not, and on the handling line.
        package let reachedAt: String?
        /// Whom its event named then.
        package let named: [PersonAnswer]?
        /// Until when the level has to act; absent once it did.
        package let dueAt: String?

        package init(
            level: Int, label: LabelAnswer, holders: [Holder], reachedAt: String?,
            named: [PersonAnswer]?, dueAt: String?
        ) {
            self.level = level
            self.label = label
            self.holders = holders
            self.reachedAt = reachedAt
            self.named = named
            self.dueAt = dueAt
        }
    }

    package let issue: String
    /// The level of attention that the issue has, 0 to 6.
    package let level: Int
    package let handling: [Level]
    package let service: [Level]
    /// A level that people turn to by hand.
    package let byHand: LabelAnswer?

    package init(
        issue: String, level: Int, handling: [Level], service: [Level], byHand: LabelAnswer?
    ) {
        self.issue = issue
        self.level = level
        self.handling = handling
        self.service = service
        self.byHand = byHand
    }
}

/// The answer to `GET /v1/units/{code}/officers` and `/v1/officers/{login}/superiors`: who stands
/// above a unit or an officer now.
package struct LineAnswer: Codable, Hashable, Sendable {
    /// The unit's code or the officer's login.
    package let subject: String
    package let levels: [OfficersAnswer.Level]

    package init(subject: String, levels: [OfficersAnswer.Level]) {
        self.subject = subject
        self.levels = levels
    }
}
