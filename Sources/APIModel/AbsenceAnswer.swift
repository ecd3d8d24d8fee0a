/// The body of `POST /v1/absences`: when somebody is away.
package struct AbsenceBody: Codable, Hashable, Sendable {
    /// Who is away, by login or name; absent: the caller. The head of its unit may say so too.
    package var officer: String?
    /// The first day away, and the last: `2026-10-09`, `明天`, `下周五`.
    package var from: String
    package var until: String
    /// A login or a name; absent: the standing deputies.
    package var deputy: String?
    package var reason: String?

    package init(
        officer: String? = nil, from: String, until: String, deputy: String? = nil,
        reason: String? = nil
    ) {
        self.officer = officer
        self.from = from
        self.until = until
        self.deputy = deputy
        self.reason = reason
    }
}

/// The answer to `POST /v1/absences`: what was noted, in the words in which it was said.
package struct AbsenceNoted: Codable, Hashable, Sendable {
    package let officer: String?
    package let from: String
    package let until: String
    package let deputy: String?
    package let reason: String?

    package init(_ body: AbsenceBody) {
        officer = body.officer
        from = body.from
        until = body.until
        deputy = body.deputy
        reason = body.reason
    }
}

/// The body of `POST /v1/absences/end`: which absence is over.
package struct AbsenceEndBody: Codable, Hashable, Sendable {
    /// Who is away, by login or name; absent: the caller.
    package var officer: String?
    /// The first day away, likewise.
    package var from: String

    package init(officer: String? = nil, from: String) {
        self.officer = officer
        self.from = from
    }
}

/// The answer to `POST /v1/absences/end`: which absence is over, in the words in which it was said.
package struct AbsenceEnded: Codable, Hashable, Sendable {
    package let officer: String?
    package let from: String

    package init(_ body: AbsenceEndBody) {
        officer = body.officer
        from = body.from
    }
}

/// An absence in `GET /v1/absences`.
package struct AbsenceAnswer: Codable, Hashable, Sendable {
    package let officer: PersonAnswer?
    package let from: String
    package let until: String
    package let deputy: PersonAnswer?
    package let reason: String?
    /// When it was ended before its last day; absent where it was not.
    package let endedAt: String?
    /// True where the officer has left on the first day, and standing deputies act until the last.
    package let hasLeft: Bool?

    package init(
        officer: PersonAnswer?, from: String, until: String, deputy: PersonAnswer?,
        reason: String?, endedAt: String?, hasLeft: Bool? = nil
    ) {
        self.officer = officer
        self.from = from
        self.until = until
        self.deputy = deputy
        self.reason = reason
        self.endedAt = endedAt
        self.hasLeft = hasLeft
    }
}
