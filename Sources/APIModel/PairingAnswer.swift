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
