/// The body of `POST /v1/visits`.
package struct VisitBody: Codable, Hashable, Sendable {
    /// A credit code.
    package var enterprise: String
    /// `2026-10-09`, `昨天`, `上周五`; absent: today.
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
