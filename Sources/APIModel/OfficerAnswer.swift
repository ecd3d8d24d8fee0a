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
