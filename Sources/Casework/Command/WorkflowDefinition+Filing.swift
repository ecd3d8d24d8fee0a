package import Workflow

/// How cases of a workflow come to life.
extension WorkflowDefinition {
    /// The action by which they are filed.
    package var filing: ActionDefinition? { action(FilingCheck.filing) }

    /// The action that keeps what is not filed yet; nil where the workflow has none. Term: 暂存.
    package var drafting: ActionDefinition? {
        actions.first { action in
            action.name != FilingCheck.filing && !action.isAdoption && !action.isAutomatic
                && !action.transitions.isEmpty
                && action.transitions.allSatisfy { $0.from == StateDefinition.unborn }
        }
    }
}
