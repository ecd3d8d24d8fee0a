package import APIModel

extension APIClient {
    /// Files a case; repeated with the same key, the server answers the same.
    ///
    /// - Parameter filing: a `CaseFiling`, or one as somebody wrote it.
    package func file(
        _ filing: some Encodable, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<CaseAnswer> {
        try await post(filing, to: .cases, key: key)
    }

    /// - Parameter id: an id or a number.
    package func `case`(_ id: String) async throws(ClientError) -> Reply<CaseAnswer> {
        try await get(.case, [id])
    }

    /// Finds enterprises by name.
    package func enterprises(
        _ text: String, cursor: String? = nil, limit: Int? = nil
    ) async throws(ClientError) -> Reply<Page<EnterpriseAnswer>> {
        try await get(
            .enterprises,
            asking: [("q", text), ("cursor", cursor), ("limit", limit.map(String.init))])
    }

    /// Moves a simulated clock; answers when everything that fell due on the way is done.
    package func advanceClock(
        to instant: String
    ) async throws(ClientError) -> Reply<ClockAdvanced> {
        var call = Call.post(
            server.url(.clock), body: try body(ClockAdvance(advanceTo: instant)))
        call.limit = .seconds(3600)
        return try await send(authorised(call))
    }
}
