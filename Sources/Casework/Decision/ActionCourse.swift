package import Workflow

/// Says where an action would lead an issue: what people look for first among what they may do.
package enum ActionCourse: String, CaseIterable, Sendable {
    /// To another open state, or to the end that every issue should have.
    case onward
    /// Nowhere: the issue stays in its state.
    case aside
    /// It uses a window that is open to somebody, and that nobody owes.
    case right
    /// To an end without having been handled.
    case away
}

extension WorkflowDefinition {
    package func course(of action: ActionDefinition, from state: String) -> ActionCourse {
        let isRight = action.guards.contains { condition in
            if case .withinLimit(let kind) = condition {
                clock(kind)?.isRight ?? false
            } else {
                false
            }
        }
        if isRight { return .right }
        let ends = action.transitions(from: state).map(\.to).filter { $0 != state }
        guard !ends.isEmpty else { return .aside }
        let leadsOn = ends.contains { end in
            self.state(end)?.isOpen ?? false || roles.contains(end, as: StateRole.closed)
        }
        return leadsOn ? .onward : .away
    }
}
