package import Languages
package import Workflow
package import WorkingTime

/// What a principal may do with an issue, and what stands in the way of the rest.
package struct ActionOption: Sendable {
    package enum Obstacle: Sendable, Hashable {
        case right
        /// The action does not lead on from the issue's state, which people call so.
        case state(Label)
        case guarded(GuardFailure)
    }

    package let action: ActionDefinition
    /// Nil where the action is allowed.
    package let obstacle: Obstacle?
}

extension Decider {
    /// Lists the actions that lead on from the issue's state, in the order of the definition.
    ///
    /// Guards that look at a value are asked without one: they refuse only when it is given.
    ///
    /// - Parameter named: an action that is told of wherever it leads on from.
    ///
    /// - Throws: what `settle` does.
    package func options(
        on issue: Issue, by principal: Principal, at instant: Instant, naming named: String? = nil
    ) throws -> [ActionOption] {
        let (_, settled) = try settle(issue, until: max(instant, issue.updatedAt))
        let workflow = try workflow(of: settled)
        let calendar = try currentCalendar(workflow.definition)
        let authority = authority(of: principal, at: instant)
        return workflow.definition.actions.filter {
            !$0.isAutomatic
                && ($0.name == named || !$0.transitions(from: settled.state).isEmpty)
        }.map { action in
            guard !action.transitions(from: settled.state).isEmpty else {
                let label = workflow.definition.state(settled.state)?.label
                return ActionOption(
                    action: action,
                    obstacle: .state(label ?? Label(zh: settled.state, en: settled.state)))
            }
            guard let standing = authority.standing(for: action, on: settled) else {
                return ActionOption(action: action, obstacle: .right)
            }
            let situation = Situation(
                world: world, workflow: workflow, calendar: calendar,
                at: max(instant, settled.updatedAt), principal: principal, standing: standing,
                action: action, fields: [:])
            let failure = GuardCheck(situation: situation, issue: settled).firstFailureOfState()
            return ActionOption(
                action: action, obstacle: failure.map(ActionOption.Obstacle.guarded))
        }
    }

    /// Names the actions that the principal may take now.
    func allowedActions(
        on issue: Issue, by principal: Principal, at instant: Instant
    ) -> [NamedAction] {
        do {
            return try options(on: issue, by: principal, at: instant)
                .filter { $0.obstacle == nil }.map { NamedAction($0.action) }
        } catch {
            return []
        }
    }
}
