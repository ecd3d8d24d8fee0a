package import APIModel

/// The enterprise's one-time link: the token in the address is the right, so none is sent beside it.
extension APIClient {
    package func link(_ link: String) async throws(ClientError) -> Reply<LinkStatus> {
        try await send(.get(server.url(.link, [link])))
    }

    package func evaluate(
        _ evaluation: EvaluationBody, through link: String, expecting version: ExpectedVersion,
        key: IdempotencyKey
    ) async throws(ClientError) -> Reply<LinkStatus> {
        try await send(
            .post(
                server.url(.link(.evaluate), [link]), body: try body(evaluation),
                headers: [
                    ("If-Match", version.headerValue), ("Idempotency-Key", key.headerValue),
                ]))
    }
}
