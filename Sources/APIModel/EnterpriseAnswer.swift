package struct EnterpriseAnswer: Decodable, Hashable, Sendable {
    package let creditCode: String
    package let name: String
    package let division: String
    package let tags: [String]

    package init(creditCode: String, name: String, division: String, tags: [String]) {
        self.creditCode = creditCode
        self.name = name
        self.division = division
        self.tags = tags
    }
}
