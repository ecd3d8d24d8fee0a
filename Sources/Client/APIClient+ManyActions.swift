package import APIModel

extension APIClient {
    /// Takes actions on many issues, each answered for itself; repeated with the same keys, the server
    /// answers the same.
    package func act(
        _ items: [BulkActionBody.Item]
    ) async throws(ClientError) -> Reply<BulkActionAnswer> {
        var call = Call.post(server.url(.actions), body: try body(BulkActionBody(items: items)))
        call.limit = .seconds(120)
        return try await send(authorised(call))
    }
}
