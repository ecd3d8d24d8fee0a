import Languages
import Workflow
import WorkingTime

extension Decider {
    /// Decides the first event of each issue of a filing; they have no numbers yet.
    ///
    /// - Throws: `Refusal`, its field faults prefixed with the place of the issue in the filing.
    func newIssues(
        of filing: Filing, _ checked: CheckedFiling, as identities: [IssueIdentity]
    ) throws -> [Decision.NewIssue] {
        var faults: [FieldFault] = []
        var newIssues: [Decision.NewIssue] = []
        let action = checked.workflow.definition.action(checked.action)
        for (index, (wanted, identity)) in zip(filing.issues, identities).enumerated() {
            do {
                newIssues.append(try newIssue(wanted, filing, checked, identity))
            } catch Refusal.invalidFields(let found) {
                faults += found.map { found in
                    let fault = (action.map(found.named) ?? found).sent(at: wanted.sentAt)
                    return FieldFault(
                        field: "issues/\(index)/\(fault.field)", fault.problem,
                        label: fault.label)
                }
            }
        }
        guard faults.isEmpty else { throw Refusal.invalidFields(faults) }
        return newIssues
    }

    private func newIssue(
        _ wanted: Filing.IssueToFile, _ filing: Filing, _ checked: CheckedFiling,
        _ identity: IssueIdentity
    ) throws -> Decision.NewIssue {
        let definition = checked.workflow.definition
        guard let action = definition.action(checked.action),
            !action.transitions(from: StateDefinition.unborn).isEmpty
        else {
            throw Refusal.unknownAction(
                checked.action, meaning: .unknown(near: []),
                known: creatingActions(of: definition))
        }
        let unborn = unborn(wanted, filing, checked.workflow.id, identity)
        guard
            let standing = authority(of: filing.principal, at: filing.receivedAt)
                .standing(for: action, on: unborn)
        else { throw FilingCheck.forbidden(checked.action, definition) }
        let calendar = try currentCalendar(definition)
        var check = FieldCheck(
            definition: definition, directory: world.directory, at: filing.receivedAt,
            today: calendar.zone.date(at: filing.receivedAt))
        let situation = Situation(
            world: world, workflow: checked.workflow, calendar: calendar,
            at: filing.receivedAt, principal: filing.principal, standing: standing, action: action,
            fields: try check.check(wanted.fields, for: action))
        let (event, after) = try act(
            situation, try transition(situation, on: unborn), on: unborn, comment: nil,
            key: filing.key, requestDigest: filing.requestDigest)
        guard
            after.attributes.complainedUnit == nil
                || world.hasSomebody(for: after, at: filing.receivedAt)
        else { throw Refusal.strandedComplaint }
        return Decision.NewIssue(event: event, after: after)
    }

    private func creatingActions(of definition: WorkflowDefinition) -> [String] {
        definition.actions.filter { !$0.transitions(from: StateDefinition.unborn).isEmpty }
            .map(\.name)
    }

    private func unborn(
        _ wanted: Filing.IssueToFile, _ filing: Filing, _ workflow: WorkflowVersionID,
        _ identity: IssueIdentity
    ) -> Issue {
        Issue(
            unborn: identity.issue, number: "-\(identity.ordinal)",
            caseID: identity.caseID, enterprise: identity.enterprise,
            filer: filing.principal.personID, workflow: workflow, createdAt: filing.receivedAt,
            attributes: identity.facts.attributes,
            narrative: Narrative(title: "", description: "", contact: wanted.contact, needs: nil))
    }
}

extension Decision.NewIssue {
    /// Puts the number of its case before the issue's own: a number is taken only for what nothing
    /// refuses any more, so that the numbers of cases have no holes.
    func numbered(_ caseNumber: String) -> Decision.NewIssue {
        var after = after
        after.number = caseNumber + after.number
        return Decision.NewIssue(event: event, after: after)
    }
}

extension Draft {
    /// Gives a new issue the class that applies until it is triaged, and the office that has it.
    mutating func completeNewIssue() throws(Refusal) {
        guard before.sequence == 0 else { return }
        if issue.attributes[.issueClass] == nil {
            issue.attributes[.issueClass] = .text(situation.workflow.definition.defaultClass)
        }
        if situation.action.isAdoption { issue.attributes[.notAttested] = .boolean(true) }
        try completeOffice()
    }

    /// Gives the issue to its office.
    ///
    /// - Throws: `Refusal.invalidFields` where nobody could have what the issue complains about.
    mutating func completeOffice() throws(Refusal) {
        if let office = situation.world.directory.office(for: issue, at: situation.at) {
            issue.attributes[.office] = .text(office.code)
        } else if issue.attributes.complainedUnit != nil {
            throw .strandedComplaint
        }
    }
}

extension Refusal {
    fileprivate static let strandedComplaint = Refusal.invalidFields([
        FieldFault(
            field: Attribute.complainedUnit.name,
            zh: "没有单位可以受理对它的反映：能继续办理的都与其有关",
            en: "is one about which nobody could have a complaint: it concerns everybody who could "
                + "go on with it")
    ])
}
