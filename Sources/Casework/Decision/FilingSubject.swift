import Languages
import Workflow
import WorkingTime

/// Checks that a filing names what its workflow is about, and nothing else of the kind.
struct FilingSubject {
    private let wanted: Filing
    private let directory: Directory
    /// Nil where no such workflow is published: then what is given is checked, and nothing is missing.
    private let workflow: WorkflowDefinition?
    private let code: UnifiedSocialCreditCode?

    init(_ wanted: Filing, _ workflow: WorkflowDefinition?, in directory: Directory) {
        self.wanted = wanted
        self.workflow = workflow
        self.directory = directory
        code = wanted.enterprise.flatMap(UnifiedSocialCreditCode.init)
    }

    /// What the filing names; nil where something is wrong with it.
    var checked: CheckedSubject? {
        switch workflow?.subject {
        case .enterprise:
            code.map { code in
                CheckedSubject.enterprise(
                    code: code.text,
                    override: code.hasValidCheckDigit ? nil : wanted.creditCodeOverride)
            }
        case .project: wanted.project.map(CheckedSubject.project)
        case .unit: wanted.unit.map(CheckedSubject.unit)
        case .nothing: .nothing
        case nil: nil
        }
    }

    var faults: [FieldFault] {
        surplus
            + (takes(.enterprise) ? codeFaults : []) + (takes(.project) ? projectFaults : [])
            + (takes(.unit) ? unitFaults : [])
    }

    private func takes(_ kind: SubjectKind) -> Bool { workflow.map { $0.subject == kind } ?? true }

    /// What the workflow has no use for.
    private var surplus: [FieldFault] {
        let given: [(String, SubjectKind, Bool)] = [
            ("enterprise", .enterprise, wanted.enterprise != nil),
            ("enterpriseName", .enterprise, wanted.enterpriseName != nil),
            ("creditCodeOverride", .enterprise, wanted.creditCodeOverride != nil),
            ("project", .project, wanted.project != nil), ("unit", .unit, wanted.unit != nil),
        ]
        return given.filter { $0.2 && !takes($0.1) }.map { field, _, _ in
            FieldFault(
                field: field, zh: "不得填写：该流程的事项对象为“\(about.zh)”",
                en: "must not be given: cases of this workflow are about \(about.en)")
        }
    }

    private var about: Label { (workflow?.subject ?? .enterprise).label }

    /// What must be named and is not.
    private func missing(_ field: String) -> [FieldFault] {
        guard workflow != nil else { return [] }
        return [
            FieldFault(
                field: field, zh: "必填：该流程的事项对象为“\(about.zh)”",
                en: "is required: cases of this workflow are about \(about.en)")
        ]
    }

    private var codeFaults: [FieldFault] {
        guard wanted.enterprise != nil else { return missing("enterprise") }
        guard let code else {
            return [
                FieldFault(
                    field: "enterprise", zh: "须为18位统一社会信用代码（GB 32100-2015）",
                    en: "must be 18 characters of GB 32100-2015")
            ]
        }
        if code.hasValidCheckDigit { return [] }
        guard let reason = wanted.creditCodeOverride else {
            return [
                FieldFault(
                    field: "enterprise",
                    zh: "校验码不符；请改正，或在 creditCodeOverride.reason 中说明理由",
                    en: "the check digit is wrong; correct it, or give creditCodeOverride.reason")
            ]
        }
        return FieldFault.ofText(reason, at: "creditCodeOverride/reason", 500)
    }

    private var projectFaults: [FieldFault] {
        guard let code = wanted.project else { return missing("project") }
        guard directory.project(code) == nil else { return [] }
        return [FieldFault(field: "project", .noProject)]
    }

    private var unitFaults: [FieldFault] {
        guard let code = wanted.unit else { return missing("unit") }
        let unit = directory.unit(code: code)
        guard unit?.exists(at: wanted.receivedAt) != true else { return [] }
        return [
            FieldFault(
                field: "unit",
                unit == nil
                    ? Label(
                        zh: "须为名录中单位的代码", en: "must be the code of a unit in the directory")
                    : Label(zh: "该单位已撤销", en: "the unit was dissolved"))
        ]
    }
}

/// What a filing names, once that was checked.
enum CheckedSubject {
    /// - Parameter override: the reason for taking a code with a wrong check digit; nil where it is right.
    case enterprise(code: String, override: String?)
    /// A code of a project.
    case project(String)
    /// A code of a unit.
    case unit(String)
    case nothing
}

extension FieldFault {
    /// What is wrong with a text that may be left out.
    static func ofText(_ text: String?, at place: String, _ maximum: Int) -> [FieldFault] {
        text.flatMap { TextRule.problem(with: $0, maximum: maximum, required: true) }
            .map { [FieldFault(field: place, $0)] } ?? []
    }
}
