import APIModel
import Casework
import Workflow
import WorkingTime

/// The fields that a filing may have.
enum FilingShape {
    static let shape = BodyShape.object([
        "workflow": .open, "enterprise": .open, "enterpriseName": .open,
        "creditCodeOverride": .object(["reason": .open]), "source": .open,
        "externalReference": .open, "note": .open,
        "issues": .list(
            .object([
                "category": .open, "class": .open, "deliveryKind": .open, "title": .open,
                "description": .open, "division": .open, "needs": .open,
                "contact": .object(["name": .open, "phone": .open]), "confidential": .open,
                "complainedUnit": .open, "project": .open, "adoption": .open,
            ])),
    ])
}

/// What a filing comes to once everything that needs no database was checked.
struct CheckedFiling {
    let workflow: WorkflowVersionID
    let creditCode: String
    /// The reason for taking a code with a wrong check digit; nil where it is right.
    let override: String?
    /// `file`, or `adopt`.
    let action: String
    let issues: [Filing.IssueToFile]
}

/// Checks the values of a filing, every fault at once.
struct FilingCheck {
    /// The action that files a case, and the one that takes over a running ledger.
    static let filing = "file"

    private let wanted: CaseFiling
    private let person: Person
    private let world: World

    init(_ wanted: CaseFiling, by person: Person, world: World) {
        self.wanted = wanted
        self.person = person
        self.world = world
    }

    /// - Throws: `Refusal.forbidden` first, then `RequestFault.invalid` with every fault.
    func check() throws -> CheckedFiling {
        let workflow = world.currentWorkflow(wanted.workflow)
        try requireRight(workflow?.definition)
        let code = UnifiedSocialCreditCode(wanted.enterprise)
        let faults = workflowFaults(workflow) + codeFaults(code) + textFaults() + issueFaults()
        guard faults.isEmpty, let workflow, let code else { throw RequestFault.invalid(faults) }
        return CheckedFiling(
            workflow: workflow.id, creditCode: code.text,
            override: code.hasValidCheckDigit ? nil : wanted.creditCodeOverride?.reason,
            action: action, issues: wanted.issues.map(issue))
    }

    private var isAdoption: Bool { wanted.issues.contains { $0.adoption != nil } }

    /// The action by which the cases of this filing are born.
    private var action: String {
        guard isAdoption else { return Self.filing }
        let definition = world.currentWorkflow(wanted.workflow)?.definition
        return definition?.actions.first(where: \.isAdoption)?.name ?? "adopt"
    }

    private func requireRight(_ definition: WorkflowDefinition?) throws(Refusal) {
        let roles =
            definition?.action(action)?.rights.map(\.role)
            ?? [.serviceOfficer, .integrator]
        guard roles.contains(where: person.holds) else { throw .forbidden(action: action) }
    }

    private func workflowFaults(_ workflow: PublishedWorkflow?) -> [Problem.FieldProblem] {
        guard workflow == nil else { return [] }
        return [
            .init(
                pointer: "/workflow",
                detail: "must be one of \(world.workflowNames.joined(separator: ", "))")
        ]
    }

    private func codeFaults(_ code: UnifiedSocialCreditCode?) -> [Problem.FieldProblem] {
        guard let code else {
            return [.init(pointer: "/enterprise", detail: "must be 18 characters of GB 32100-2015")]
        }
        if code.hasValidCheckDigit { return [] }
        guard let reason = wanted.creditCodeOverride?.reason else {
            return [
                .init(
                    pointer: "/enterprise",
                    detail:
                        "the check digit is wrong; correct it, or give creditCodeOverride.reason")
            ]
        }
        return TextRule.problem(with: reason, maximum: 500, required: true)
            .map { [.init(pointer: "/creditCodeOverride/reason", detail: $0)] } ?? []
    }

    private func textFaults() -> [Problem.FieldProblem] {
        let texts: [(String, String?, Int)] = [
            ("/source", wanted.source, 60), ("/enterpriseName", wanted.enterpriseName, 200),
            ("/externalReference", wanted.externalReference, 200),
        ]
        var faults = texts.compactMap { pointer, text, maximum in
            text.flatMap { TextRule.problem(with: $0, maximum: maximum, required: true) }
                .map { Problem.FieldProblem(pointer: pointer, detail: $0) }
        }
        if let note = wanted.note,
            let problem = TextRule.problem(with: note, maximum: 4000, required: !note.isEmpty)
        {
            faults.append(.init(pointer: "/note", detail: problem))
        }
        if !(1...20).contains(wanted.issues.count) {
            faults.append(.init(pointer: "/issues", detail: "must hold 1 to 20 issues"))
        }
        return faults
    }

    private func issueFaults() -> [Problem.FieldProblem] {
        let isMixed = isAdoption && wanted.issues.contains { $0.adoption == nil }
        let mixed: [Problem.FieldProblem] =
            isMixed ? [.init(pointer: "/issues", detail: "all are adopted, or none")] : []
        return mixed
            + wanted.issues.enumerated().flatMap { index, issue in
                NarrativeCheck(issue, pointer: "/issues/\(index)").faults
            }
    }

    private func issue(_ wanted: CaseFiling.IssueFiling) -> Filing.IssueToFile {
        var fields: [String: FieldValue] = [
            "title": .text(wanted.title),
            "category": .text(wanted.category), "division": .text(wanted.division),
        ]
        fields["description"] = wanted.description.map(FieldValue.text)
        fields["class"] = wanted.class.map(FieldValue.text)
        fields["deliveryKind"] = wanted.deliveryKind.map(FieldValue.text)
        fields["complainedUnit"] = wanted.complainedUnit.map(FieldValue.text)
        fields["project"] = wanted.project.map(FieldValue.text)
        fields["confidential"] = wanted.confidential.map(FieldValue.boolean)
        fields["needs"] = wanted.needs.map { .object($0.mapValues(FieldValue.need)) }
        for (name, value) in wanted.adoption ?? [:] { fields[name] = FieldValue(value) }
        return Filing.IssueToFile(
            fields: fields,
            contact: wanted.contact.map {
                .init(name: $0.name, phone: $0.phone.map(HalfWidth.text))
            })
    }
}

/// Checks the part of an issue that the workflow does not define: whom to call.
struct NarrativeCheck {
    private let issue: CaseFiling.IssueFiling
    private let pointer: String

    init(_ issue: CaseFiling.IssueFiling, pointer: String) {
        self.issue = issue
        self.pointer = pointer
    }

    var faults: [Problem.FieldProblem] {
        var faults: [Problem.FieldProblem] = []
        func check(_ text: String?, _ place: String, _ maximum: Int) {
            guard let text,
                let problem = TextRule.problem(with: text, maximum: maximum, required: true)
            else { return }
            faults.append(.init(pointer: pointer + place, detail: problem))
        }
        check(issue.contact?.name, "/contact/name", 100)
        check(issue.contact?.phone, "/contact/phone", 40)
        if faults.isEmpty, let phone = issue.contact?.phone.map(HalfWidth.text),
            TelephoneNumber(phone) == nil
        {
            faults.append(
                .init(
                    pointer: pointer + "/contact/phone",
                    detail:
                        "must be a telephone number of 7 to 15 digits, in groups that one space, one "
                        + "hyphen or parentheses part"))
        }
        return faults
    }
}
