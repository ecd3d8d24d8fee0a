package import APIModel

extension APIClient {
    /// Asks what is proposed for a text: category, units, duplicates, common needs.
    package func proposal(
        for body: ProposalBody
    ) async throws(ClientError) -> Reply<ProposalAnswer> {
        try await send(
            authorised(.post(server.url(.proposals), body: try self.body(body))))
    }

    /// Asks which needs enough enterprises have in common.
    package func commonNeeds() async throws(ClientError) -> Reply<CommonNeedsAnswer> {
        try await get(.common)
    }

    /// Asks which issues belong to an issue, and to which it belongs.
    ///
    /// - Parameter issue: an id or a number.
    package func commonIssue(
        of issue: String
    ) async throws(ClientError) -> Reply<CommonIssueAnswer> {
        try await get(.issueCommon, [issue])
    }

    /// Asks who holds each level of the ladders for an issue.
    ///
    /// - Parameter issue: an id or a number.
    package func officers(of issue: String) async throws(ClientError) -> Reply<OfficersAnswer> {
        try await get(.issueOfficers, [issue])
    }

    /// Asks who stands above a unit.
    ///
    /// - Parameter unit: its code.
    package func officers(aboveUnit unit: String) async throws(ClientError) -> Reply<LineAnswer> {
        try await get(.unitOfficers, [unit])
    }

    /// Asks who stands above an officer.
    ///
    /// - Parameter login: the officer's.
    package func superiors(ofOfficer login: String) async throws(ClientError) -> Reply<LineAnswer> {
        try await get(.officerSuperiors, [login])
    }
}
