package import APIModel

extension APIClient {
    package func subscriptions(
        cursor: String? = nil, limit: Int? = nil
    ) async throws(ClientError) -> Reply<Page<SubscriptionAnswer>> {
        try await get(
            .subscriptions, asking: [("cursor", cursor), ("limit", limit.map(String.init))])
    }

    /// Adds a webhook. Its secret is in this answer, and in no other.
    package func add(
        _ subscription: SubscriptionBody, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<SubscriptionAnswer> {
        try await post(subscription, to: .subscriptions, key: key)
    }

    /// Ends a webhook; again, it stays ended.
    package func end(subscription id: String) async throws(ClientError) {
        let call = Call.delete(server.url(.subscription, [id]))
        try await response(to: authorised(call)).requireSuccess()
    }

    /// Lets a paused webhook go on.
    package func resume(
        _ resumption: ResumptionBody, subscription id: String, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<SubscriptionAnswer> {
        try await post(resumption, to: .subscriptionResumptions, [id], key: key)
    }

    /// Gives a webhook a new secret, which is in this answer, and in no other.
    package func rotate(
        _ rotation: RotationBody, subscription id: String, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<RotationAnswer> {
        try await post(rotation, to: .subscriptionRotations, [id], key: key)
    }

    /// Tells how the caller gets mail.
    package func preferences() async throws(ClientError) -> Reply<PreferenceAnswer> {
        try await get(.preferences)
    }

    /// Says how the caller gets mail; what is left out stays.
    package func prefer(
        _ preference: PreferenceBody
    ) async throws(ClientError) -> Reply<PreferenceAnswer> {
        try await send(
            authorised(.put(server.url(.preferences), body: try body(preference))))
    }
}
