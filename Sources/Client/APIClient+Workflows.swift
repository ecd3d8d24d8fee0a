package import APIModel

extension APIClient {
    package func workflows() async throws(ClientError) -> Reply<Page<WorkflowSummary>> {
        try await get(.workflows)
    }

    /// - Parameter name: a workflow's; its newest version is answered.
    package func workflow(_ name: String) async throws(ClientError) -> Reply<WorkflowAnswer> {
        try await get(.workflow, [name])
    }
}
