package import APIModel

extension APIClient {
    /// Lists visits that the caller made, or that were made to an enterprise. Term: 走访.
    ///
    /// - Parameter enterprise: a credit code; nil: any.
    package func visits(
        to enterprise: String?, cursor: String? = nil, limit: Int? = nil
    ) async throws(ClientError) -> Reply<Page<VisitAnswer>> {
        try await get(
            .visits,
            asking: [
                ("enterprise", enterprise), ("cursor", cursor), ("limit", limit.map(String.init)),
            ])
    }

    package func note(
        _ visit: VisitBody, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<VisitAnswer> {
        try await post(visit, to: .visits, key: key)
    }

    /// Lists who is paired with what; one of the two must be named. Term: 包联.
    ///
    /// - Parameters:
    ///   - enterprise: a credit code.
    ///   - officer: a login or a name.
    package func pairings(
        enterprise: String?, officer: String?, cursor: String? = nil, limit: Int? = nil
    ) async throws(ClientError) -> Reply<Page<PairingAnswer>> {
        try await get(
            .pairings,
            asking: [
                ("enterprise", enterprise), ("officer", officer), ("cursor", cursor),
                ("limit", limit.map(String.init)),
            ])
    }
}
