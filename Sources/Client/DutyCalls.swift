package import APIModel

extension APIClient {
    /// Lists what is owed. Term: 待办.
    package func duties(
        _ query: DutyQuery
    ) async throws(ClientError) -> Reply<Page<DutyAnswer>> {
        try await get(.duties, asking: query.parameters)
    }

    /// Counts what stands in each queue.
    package func queues() async throws(ClientError) -> Reply<QueuesAnswer> {
        try await get(.queues)
    }
}
