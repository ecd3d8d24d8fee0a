import Workflow
import WorkingTime

/// The ids that an issue was given before its filing is decided; its number comes after that.
package struct BirthCertificate: Sendable {
    package let issue: IssueID
    package let caseID: CaseID
    /// Nil where the case is about something else.
    package let enterprise: EnterpriseID?
    /// Counts from 1 within the case.
    package let ordinal: Int
    package let facts: SubjectFacts

    package init(
        issue: IssueID, caseID: CaseID, enterprise: EnterpriseID?, ordinal: Int,
        facts: SubjectFacts = SubjectFacts()
    ) {
        self.facts = facts
        self.issue = issue
        self.caseID = caseID
        self.enterprise = enterprise
        self.ordinal = ordinal
    }
}

/// What is known of that which an issue is about when it is filed; the issue keeps it, so that its history
/// can be understood whatever becomes of the enterprise.
package struct SubjectFacts: Sendable, Hashable {
    package let tags: [String]
    /// Codes of industrial chains.
    package let chains: [String]
    /// A code of a unit: the township, street or park.
    package let locality: String?
    /// The code of the project that the issue is about.
    package let project: String?
    /// The code of the unit that the issue is about.
    package let unit: String?

    package init(
        tags: [String] = [], chains: [String] = [], locality: String? = nil,
        project: String? = nil, unit: String? = nil
    ) {
        self.tags = tags
        self.chains = chains
        self.locality = locality
        self.project = project
        self.unit = unit
    }

    fileprivate var attributes: Attributes {
        var attributes = Attributes()
        if !tags.isEmpty { attributes[.tags] = .list(tags.map(FieldValue.text)) }
        if !chains.isEmpty { attributes[.chains] = .list(chains.map(FieldValue.text)) }
        attributes[.locality] = locality.map(FieldValue.text)
        attributes[.project] = project.map(FieldValue.text)
        attributes[.subjectUnit] = unit.map(FieldValue.text)
        return attributes
    }
}

extension Decider {
    /// Decides the first event of each issue of a filing; they have no numbers yet.
    ///
    /// - Throws: `Refusal`, its field faults prefixed with the place of the issue in the filing.
    func births(
        of filing: Filing, _ checked: CheckedFiling, as certificates: [BirthCertificate]
    ) throws -> [Decision.Birth] {
        var faults: [FieldFault] = []
        var births: [Decision.Birth] = []
        for (index, (wanted, certificate)) in zip(filing.issues, certificates).enumerated() {
            do {
                births.append(try birth(wanted, filing, checked, certificate))
            } catch Refusal.invalidFields(let found) {
                faults += found.map {
                    FieldFault(field: "issues/\(index)/\($0.field)", $0.problem)
                }
            }
        }
        guard faults.isEmpty else { throw Refusal.invalidFields(faults) }
        return births
    }

    private func birth(
        _ wanted: Filing.IssueToFile, _ filing: Filing, _ checked: CheckedFiling,
        _ certificate: BirthCertificate
    ) throws -> Decision.Birth {
        let definition = checked.workflow.definition
        guard let action = definition.action(checked.action),
            !action.transitions(from: StateDefinition.unborn).isEmpty
        else { throw Refusal.unknownAction(checked.action, known: births(of: definition)) }
        let unborn = unborn(wanted, filing, checked.workflow.id, certificate)
        guard
            let standing = authority(of: filing.principal, at: filing.receivedAt)
                .standing(for: action, on: unborn)
        else { throw Refusal.forbidden(action: checked.action) }
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
        return Decision.Birth(event: event, after: after)
    }

    private func births(of definition: WorkflowDefinition) -> [String] {
        definition.actions.filter { !$0.transitions(from: StateDefinition.unborn).isEmpty }
            .map(\.name)
    }

    private func unborn(
        _ wanted: Filing.IssueToFile, _ filing: Filing, _ workflow: WorkflowVersionID,
        _ certificate: BirthCertificate
    ) -> Issue {
        Issue(
            unborn: certificate.issue, number: "-\(certificate.ordinal)",
            caseID: certificate.caseID, enterprise: certificate.enterprise,
            filer: filing.principal.personID, workflow: workflow, createdAt: filing.receivedAt,
            attributes: certificate.facts.attributes,
            narrative: Narrative(title: "", description: "", contact: wanted.contact, needs: nil))
    }
}

extension Decision.Birth {
    /// Puts the number of its case before the issue's own: a number is taken only for what nothing
    /// refuses any more, so that the numbers of cases have no holes.
    func numbered(_ caseNumber: String) -> Decision.Birth {
        var after = after
        after.number = caseNumber + after.number
        return Decision.Birth(event: event, after: after)
    }
}

extension Draft {
    /// Gives a newborn the class that applies until it is triaged, and the office that has it.
    mutating func completeBirth() throws(Refusal) {
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
