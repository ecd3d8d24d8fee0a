package import APIModel

extension APIClient {
    /// Returns whose token it is.
    package func whoami() async throws(ClientError) -> Reply<PrincipalAnswer> {
        try await get(.whoami)
    }

    package func issues(
        _ query: IssueQuery
    ) async throws(ClientError) -> Reply<Page<IssueAnswer>> {
        try await get(.issues, asking: query.parameters)
    }

    /// - Parameter issue: an id or a number, here and below.
    package func issue(_ issue: String) async throws(ClientError) -> Reply<IssueAnswer> {
        try await get(.issue, [issue])
    }

    package func events(
        of issue: String, cursor: String? = nil, limit: Int? = nil
    ) async throws(ClientError) -> Reply<Page<EventAnswer>> {
        try await get(
            .issueEvents, [issue],
            asking: [("cursor", cursor), ("limit", limit.map(String.init))])
    }

    /// Returns how the deadline of a clock came about.
    package func explanation(
        ofClock number: Int, of issue: String
    ) async throws(ClientError) -> Reply<ClockExplanation> {
        try await get(.issueClock, [issue, String(number)])
    }

    /// Returns what the caller may do to the issue now, and what stands in the way of the rest.
    ///
    /// - Parameter action: one that is described whatever the state; a server that is older refuses that.
    package func actions(
        on issue: String, describing action: String? = nil
    ) async throws(ClientError) -> Reply<ActionsAnswer> {
        try await get(.issueActions, [issue], asking: [("action", action)])
    }

    /// Asks what an action would do; nothing is done.
    package func preview(
        _ action: ActionBody, on issue: String, expecting version: ExpectedVersion
    ) async throws(ClientError) -> Reply<ActionAnswer> {
        let call = Call.post(
            server.url(.issuePreviews, [issue]), body: try body(action),
            headers: [("If-Match", version.headerValue)])
        return try await send(authorised(call))
    }

    /// Takes an action; repeated with the same key, the server answers the same.
    package func act(
        _ action: ActionBody, on issue: String, expecting version: ExpectedVersion,
        key: IdempotencyKey
    ) async throws(ClientError) -> Reply<ActionAnswer> {
        let url = server.url(.issueActions, [issue])
        let call = Call.post(
            url, body: try body(action),
            headers: [
                ("If-Match", version.headerValue), ("Idempotency-Key", key.headerValue),
            ])
        return try await send(authorised(call))
    }
}
