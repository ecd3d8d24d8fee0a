import APIModel

extension APIClient {
    /// Asks which version the server is.
    ///
    /// - Returns: nil where it does not tell.
    package func serverVersion() async throws(ClientError) -> String? {
        let reply: Reply<[String: String]> = try await get(.ready)
        return reply.value["version"]
    }
}
