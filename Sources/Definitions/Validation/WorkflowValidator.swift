/// Checks one thing about a workflow that reading alone cannot see.
protocol WorkflowValidator: SendableMetatype {
    static func check(_ draft: WorkflowDraft, log: FaultLog)
}

/// Lists the validators.
enum WorkflowValidation {
    /// Those that look up names.
    private static let ofNames: [any WorkflowValidator.Type] = [
        ClockNames.self, ClassNames.self, ActionNames.self, FieldNames.self,
        Conditions.self, Limits.self, Rights.self, MarkActions.self,
        Relations.self, RightStates.self, CreatingActions.self, RoleNames.self,
    ]

    /// Those that look at the whole: they would talk nonsense where a part could not be read.
    private static let ofWhole: [any WorkflowValidator.Type] = [
        CounterNames.self, TerminalStates.self, Reachability.self, DeadEnds.self, Distinction.self,
        AlarmedStates.self, ClockLives.self, Alarms.self, CommonIssues.self, Merges.self,
        Owing.self, Windows.self, DuplicateLabels.self, UnusedNames.self,
        RoleFitness.self, RoleConsumers.self, Evaluations.self, ExclusiveRoles.self,
        Subjects.self, SettableAttributes.self, AttributeForms.self, Duties.self,
    ]

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let isRead = log.faults.isEmpty
        for validator in ofNames { validator.check(draft, log: log) }
        guard isRead else { return }
        for validator in ofWhole { validator.check(draft, log: log) }
    }
}
