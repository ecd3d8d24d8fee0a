/// An officer in `GET /v1/officers`.
package struct OfficerAnswer: Codable, Hashable, Sendable {
    package let login: String
    package let name: String
    package let grants: [PrincipalAnswer.Grant]
    /// False where the officer is away or has left.
    package let isPresent: Bool
    /// Who acts now where the officer is away; absent where nobody does.
    package let deputy: PersonAnswer?

    package init(
        login: String, name: String, grants: [PrincipalAnswer.Grant], isPresent: Bool,
        deputy: PersonAnswer?
    ) {
        self.login = login
        self.name = name
        self.grants = grants
        self.isPresent = isPresent
        self.deputy = deputy
    }
}

/// A pairing in `GET /v1/pairings`. Term: 包联.
package struct PairingAnswer: Codable, Hashable, Sendable {
    package let officer: PersonAnswer
    /// Exactly one of the three is there.
    package let enterprise: EnterpriseAnswer?
    package let project: String?
    package let chain: String?
    package let level: Int
    /// Term: 首席服务官.
    package let isChief: Bool
    /// The first day, and the last; absent where there is none.
    package let from: String?
    package let until: String?

    package init(
        officer: PersonAnswer, enterprise: EnterpriseAnswer?, project: String?, chain: String?,
        level: Int, isChief: Bool, from: String?, until: String?
    ) {
        self.officer = officer
        self.enterprise = enterprise
        self.project = project
        self.chain = chain
        self.level = level
        self.isChief = isChief
        self.from = from
        self.until = until
    }
}

/// The body of `POST /v1/visits`.
package struct VisitBody: Codable, Hashable, Sendable {
    /// A credit code.
    package var enterprise: String
    /// `2026-10-09`; absent: today.
    package var on: String?
    package var note: String?

    package init(enterprise: String, on: String? = nil, note: String? = nil) {
        self.enterprise = enterprise
        self.on = on
        self.note = note
    }
}

package struct VisitAnswer: Codable, Hashable, Sendable {
    package let id: String
    package let officer: PersonAnswer?
    package let enterprise: EnterpriseAnswer?
    package let on: String
    package let note: String?

    package init(
        id: String, officer: PersonAnswer?, enterprise: EnterpriseAnswer?, on: String,
        note: String?
    ) {
        self.id = id
        self.officer = officer
        self.enterprise = enterprise
        self.on = on
        self.note = note
    }
}

/// The body of `POST /v1/absences`: when somebody is away.
package struct AbsenceBody: Codable, Hashable, Sendable {
    /// Who is away, by login; absent: the caller. The head of its unit may say so too.
    package var officer: String?
    /// The first day away, and the last.
    package var from: String
    package var until: String
    /// A login; absent: the standing deputies.
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
    /// Who is away, by login; absent: the caller.
    package var officer: String?
    /// The first day away.
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
