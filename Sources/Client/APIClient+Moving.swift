import APIModel

extension APIClient {
    /// Tells whether anything happened to an issue since a version; nothing of it is read.
    ///
    /// True also where the server refuses: what it refuses is said to whoever reads then.
    ///
    /// - Parameter issue: an id or a number.
    package func hasMoved(
        _ issue: String, since version: Int
    ) async throws(ClientError) -> Bool {
        var call = Call.get(server.url(.issue, [issue]))
        call.method = .head
        call.headers = [(name: "If-None-Match", value: "\"\(version)\"")]
        return try await response(to: authorised(call)).status != 304
    }
}
