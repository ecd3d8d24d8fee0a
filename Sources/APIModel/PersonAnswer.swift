package struct PersonAnswer: Decodable, Hashable, Sendable {
    package let login: String
    package let name: String

    package init(login: String, name: String) {
        self.login = login
        self.name = name
    }
}
