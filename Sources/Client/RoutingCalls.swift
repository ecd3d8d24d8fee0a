package import APIModel

extension APIClient {
    /// Asks what is proposed for a text: category, units, duplicates, common needs.
    package func proposal(
        for body: ProposalBody
    ) async throws(ClientError) -> Reply<ProposalAnswer> {
        try await send(
            authorised(.post(server.url(["v1", "proposals"]), body: try self.body(body))))
    }

    /// Asks who holds each level of the ladders for an issue.
    ///
    /// - Parameter issue: an id or a number.
    package func officers(of issue: String) async throws(ClientError) -> Reply<OfficersAnswer> {
        try await get(["v1", "issues", issue, "officers"])
    }
}
