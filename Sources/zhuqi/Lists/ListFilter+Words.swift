import Client

extension ListFilter {
    /// The server's words; nil where nothing was typed that they tell the identifier of.
    func words(at session: Session) async throws(ClientError) -> FilterWords? {
        let typed: [Name] = [.state, .class, .category]
        guard typed.contains(where: { self[$0] != nil }) else { return nil }
        return try await FilterWords.current(at: session)
    }

    /// Throws: `usage` for a word that the server does not know.
    func check(at session: Session) async throws {
        let words = try await words(at: session)
        _ = try words?.name(self[.state], as: .state)
        _ = try words?.name(self[.class], as: .issueClass)
        _ = try words?.name(self[.category], as: .category)
    }
}

extension FilterWords {
    /// Nil where nothing was typed.
    func name(_ typed: String?, as filter: Filter) throws(StaffError) -> String? {
        guard let typed else { return nil }
        return try name(of: typed, as: filter)
    }
}
