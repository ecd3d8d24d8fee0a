import Languages
import Workflow

/// Says what is wrong with the values of a filing that no workflow defines.
package struct InvalidFiling: Error, Hashable, Sendable {
    package let faults: [FieldFault]
}

/// What a filing comes to once everything was checked that needs nothing loaded.
struct CheckedFiling {
    let workflow: PublishedWorkflow
    let subject: CheckedSubject
    /// `file`, or the action that takes over a running ledger.
    let action: String
}

/// Checks the values of a filing that no workflow defines, every fault at once.
struct FilingCheck {
    /// The action that files a case.
    static let filing = "file"

    private let wanted: Filing
    private let person: Person
    private let workflow: PublishedWorkflow?
    private let workflowNames: [String]
    private let about: FilingSubject

    init(
        _ wanted: Filing, by person: Person, _ definitions: PublishedDefinitions,
        in directory: Directory
    ) {
        self.wanted = wanted
        self.person = person
        workflow = definitions.current(wanted.workflow)
        workflowNames = definitions.names
        about = FilingSubject(wanted, workflow?.definition, in: directory)
    }

    /// - Throws: `Refusal.forbidden` first, then `InvalidFiling` with every fault.
    func check() throws -> CheckedFiling {
        try requireRight()
        let faults = workflowFaults + about.faults + textFaults + issueFaults
        guard faults.isEmpty, let workflow, let subject = about.checked else {
            throw InvalidFiling(faults: faults)
        }
        return CheckedFiling(workflow: workflow, subject: subject, action: action)
    }

    private var isAdoption: Bool { wanted.isAdoption }

    /// The action by which the cases of this filing are created.
    private var action: String { wanted.actionName(in: workflow?.definition) }

    private func requireRight() throws(Refusal) {
        let roles =
            workflow?.definition.action(action)?.rights.map(\.role)
            ?? [.serviceOfficer, .integrator]
        guard roles.contains(where: person.holds) else {
            throw Self.forbidden(action, workflow?.definition)
        }
    }

    /// The refusal of whoever may not file, or take over a ledger.
    static func forbidden(_ name: String, _ workflow: WorkflowDefinition?) -> Refusal {
        guard let workflow, let action = workflow.action(name) else {
            let roles: [Right.Role] = [.serviceOfficer, .integrator]
            return .forbidden(
                action: NamedAction(name: name, label: Label(zh: "登记诉求", en: "File a case")),
                holders: roles.map(\.label))
        }
        return .forbidden(
            action: NamedAction(action),
            holders: workflow.holders(of: action, in: StateDefinition.unborn))
    }

    private var workflowFaults: [FieldFault] {
        guard workflow == nil else { return [] }
        return [
            FieldFault(field: "workflow", .oneOf(workflowNames))
        ]
    }

    private static let longestSource = 60
    private static let longestReference = 200

    /// Whether the source and reference of a filing are such that a case may have them.
    static func maySearchReference(of filing: Filing) -> Bool {
        let texts = [
            (filing.source, longestSource), (filing.externalReference ?? "", longestReference),
        ]
        return texts.allSatisfy {
            TextRule.problem(with: $0, maximum: $1, required: true) == nil
        }
    }

    private var textFaults: [FieldFault] {
        let texts: [(String, String?, Int)] = [
            ("source", wanted.source, Self.longestSource),
            ("enterpriseName", wanted.enterpriseName, 200),
            ("externalReference", wanted.externalReference, Self.longestReference),
        ]
        var faults = texts.flatMap { FieldFault.ofText($1, at: $0, $2) }
        if let note = wanted.note, !note.isEmpty {
            faults += FieldFault.ofText(note, at: "note", 4000)
        }
        if !(1...Decider.mostFiled).contains(wanted.issues.count) {
            faults.append(
                FieldFault(
                    field: "issues", zh: "须有1至\(Decider.mostFiled)件问题",
                    en: "must hold 1 to \(Decider.mostFiled) issues"))
        }
        return faults
    }

    private var issueFaults: [FieldFault] {
        let isMixed = isAdoption && !wanted.issues.allSatisfy(\.isAdopted)
        let mixed =
            isMixed
            ? [FieldFault(field: "issues", zh: "须全部为接续办理，或全部不是", en: "all are adopted, or none")]
            : []
        return mixed
            + wanted.issues.enumerated().flatMap { index, issue in
                contactFaults(issue.contact, at: "issues/\(index)/contact")
            }
    }

    /// Whom to call is no field that a workflow defines.
    private func contactFaults(_ contact: Narrative.Contact?, at place: String) -> [FieldFault] {
        let faults =
            FieldFault.ofText(contact?.name, at: place + "/name", 100)
            + FieldFault.ofText(contact?.phone, at: place + "/phone", 40)
        guard faults.isEmpty, let phone = contact?.phone, TelephoneNumber(phone) == nil else {
            return faults
        }
        return [
            FieldFault(
                field: place + "/phone",
                zh: "须为7至15位的电话号码，各段可用一个空格、一个连字符或括号隔开",
                en: "must be a telephone number of 7 to 15 digits, in groups that one space, one "
                    + "hyphen or parentheses part")
        ]
    }
}
