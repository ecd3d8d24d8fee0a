import APIModel
import Client

/// The workflows that new cases run on.
enum CurrentWorkflows {
    static func read(at session: Session) async throws(ClientError) -> [WorkflowAnswer] {
        var workflows: [WorkflowAnswer] = []
        for summary in try await session.client.workflows().value.items where summary.isCurrent {
            workflows.append(try await session.client.workflow(summary.id).value)
        }
        return workflows
    }
}
