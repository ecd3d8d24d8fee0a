package import Workflow

/// What one issue may have to do with another that a field names.
extension PublishedDefinitions {
    /// Says whether an action on one issue may name another: one that is open. One that another is
    /// merged into is about the same and has the same readers; one that is joined is public,
    /// of the same campaign and category, and belongs to none itself.
    package func naming(_ other: Issue, for action: String, on issue: Issue) -> IssueNaming {
        guard other.id != issue.id else { return .itself }
        guard isOpen(other) else { return .ended }
        guard let own = workflow(issue.workflow)?.definition, let action = own.action(action) else {
            return .fit
        }
        if action.merges {
            guard areAboutTheSame(other, issue) else {
                let joining = own.actions.first { !$0.isAutomatic && $0.joinsCommon }
                return own.subject == .enterprise
                    ? .ofOtherEnterprise(instead: joining?.label) : .ofOtherSubject
            }
            guard goesOn(issue, in: other) else { return .ofOtherReaders }
            guard !isOutdated(action, of: own) else { return .fromOlderVersion }
            let isTold = action.takesMerged == nil || actionThatTakesMerged(other) != nil
            return isTold ? .fit : .ofOlderVersion
        }
        guard action.joinsCommon else { return .fit }
        guard workflow(other.workflow)?.definition.id == own.id else { return .ofOtherCampaign }
        guard other.attributes.category == issue.attributes.category else {
            return .ofOtherCategory
        }
        guard !other.attributes.isConfidential, other.attributes.complainedUnit == nil else {
            return .confidential
        }
        guard other.attributes.commonIssue == nil else { return .underAnother }
        return leads(other, those: action) ? .fit : .ofOlderVersion
    }

    /// Tells whether the newest version tells the other issue of a merger, and this one does not.
    private func isOutdated(_ action: ActionDefinition, of own: WorkflowDefinition) -> Bool {
        let newest = current(own.id)?.definition.action(action.name)
        return action.takesMerged == nil && newest?.takesMerged != nil
    }

    /// Tells whether the version of a leading issue knows what those that join it set off on it.
    private func leads(_ other: Issue, those joining: ActionDefinition) -> Bool {
        let definition = workflow(other.workflow)?.definition
        return (joining.effects + joining.transitions.flatMap(\.effects)).allSatisfy { effect in
            guard case .joinCommon(let action) = effect else { return true }
            return definition?.action(action) != nil
        }
    }

    /// Tells whether one issue may be shown to whoever may read another that was merged into it; under
    /// older versions it could be merged into any.
    package func goesOn(_ issue: Issue, in other: Issue) -> Bool {
        areAboutTheSame(other, issue)
            && other.attributes.haveReaders(of: issue.attributes)
    }

    /// The automatic action that an issue takes when another is merged into it, if its workflow has
    /// one.
    package func actionThatTakesMerged(_ issue: Issue) -> ActionDefinition? {
        let definition = workflow(issue.workflow)?.definition
        return definition?.actions.lazy.compactMap(\.takesMerged).first
            .flatMap { definition?.action($0) }
    }

    /// The automatic action that takes an issue out of the one it belongs to, if its workflow has
    /// one.
    package func actionThatLeavesCommon(_ issue: Issue) -> String? {
        workflow(issue.workflow)?.definition.actions
            .first { $0.isAutomatic && $0.effects.contains(.leaveCommon) }?.name
    }
}
