/// A company that the campaigns serve.
package struct Enterprise: Hashable, Sendable {
    package let id: EnterpriseID
    package let creditCode: String
    package let name: String
    package let division: String
    package let tags: [String]

    package init(
        id: EnterpriseID, creditCode: String, name: String, division: String, tags: [String]
    ) {
        self.id = id
        self.creditCode = creditCode
        self.name = name
        self.division = division
        self.tags = tags
    }
}
