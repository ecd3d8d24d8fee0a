import Workflow

/// What names mean in one version of a workflow.
///
/// It is one object for all steps that were recorded under the version: a definition costs too much to
/// copy into each.
final class RecordedVersion: Sendable {
    let definition: WorkflowDefinition

    init(_ definition: WorkflowDefinition) {
        self.definition = definition
    }

    var roles: WorkflowRoles { definition.roles }

    /// True where nobody knows the state, so that nothing is taken as ended by mistake.
    func isOpen(_ state: String) -> Bool {
        state != StateDefinition.unborn && definition.state(state)?.isOpen ?? true
    }

    /// True where somebody of the administration has taken the issue up. Term: 受理.
    func isAccepted(_ state: String) -> Bool {
        definition.state(state).map { [.active, .waiting].contains($0.kind) } ?? false
    }
}
