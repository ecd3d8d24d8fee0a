/// `GET /v1/whoami`: whose token it is.
package struct PrincipalAnswer: Codable, Hashable, Sendable {
    package let login: String
    package let name: String
    package let grants: [Grant]
    /// For whom the caller stands in, now or soon; absent for nobody.
    package let standsInFor: [TimeAway]?
    /// Who is away now of those whose head the caller is; absent where nobody is.
    package let away: [TimeAway]?
    /// What time it is for the issues.
    package let now: String?

    package struct Grant: Codable, Hashable, Sendable {
        package let role: String
        package let roleLabel: LabelAnswer
        package let unit: UnitAnswer

        package init(role: String, roleLabel: LabelAnswer, unit: UnitAnswer) {
            self.role = role
            self.roleLabel = roleLabel
            self.unit = unit
        }
    }

    package struct TimeAway: Codable, Hashable, Sendable {
        package let officer: PersonAnswer
        /// The first day, and the last; absent where that is open.
        package let from: String?
        package let until: String?
        /// False where it is still to come.
        package let hasBegun: Bool
        /// Who acts now, or when it begins; absent where nobody does.
        package let deputy: PersonAnswer?

        package init(
            officer: PersonAnswer, from: String?, until: String?, hasBegun: Bool,
            deputy: PersonAnswer?
        ) {
            self.officer = officer
            self.from = from
            self.until = until
            self.hasBegun = hasBegun
            self.deputy = deputy
        }
    }

    package init(
        login: String, name: String, grants: [Grant], standsInFor: [TimeAway]? = nil,
        away: [TimeAway]? = nil, now: String? = nil
    ) {
        self.login = login
        self.name = name
        self.grants = grants
        self.standsInFor = standsInFor
        self.away = away
        self.now = now
    }
}
