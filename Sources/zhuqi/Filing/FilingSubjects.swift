import APIModel
import Client
import Languages
import WorkingTime

/// What a case is about, as its workflow has it.
struct FilingSubject {
    /// Nil for one that the directory does not know, and where it is about something else.
    var enterprise: EnterpriseAnswer?
    /// A credit code.
    var code: String?
    /// The name of an enterprise that is added with the case.
    var newName: String?
    var project: String?
    var unit: String?
}

/// Finds what a case is about: what was given, or what somebody answers.
struct FilingSubjects {
    let options: FilingOptions
    let session: Session

    func subject(of workflow: WorkflowAnswer) async throws(StaffError) -> FilingSubject {
        switch workflow.subject {
        case "enterprise": try await enterprise()
        case "project":
            FilingSubject(
                project: try given(options.project, "--project", session.language("项目", "project")))
        case "unit":
            FilingSubject(unit: try given(options.unit, "--unit", session.language("单位", "unit")))
        default: FilingSubject()
        }
    }

    private func enterprise() async throws(StaffError) -> FilingSubject {
        let question = session.language(
            "企业（名称或统一社会信用代码）", "enterprise (name or credit code)")
        let typed = try given(options.enterprise, "--enterprise", question)
        if let known = try await TypedEnterprise(session: session).known(typed) {
            return FilingSubject(enterprise: known, code: known.creditCode)
        }
        let code = HalfWidth.text(typed).uppercased()
        let name = try given(
            options.enterpriseName, "--enterprise-name",
            session.language(
                "名录中没有代码 \(code)，企业名称", "the code \(code) is not known; the enterprise's name"))
        return FilingSubject(code: code, newName: name)
    }

    /// Throws: `usage` where it was not given, and nobody can be asked.
    private func given(
        _ value: String?, _ option: String, _ question: String
    ) throws(StaffError) -> String {
        if let value { return value }
        if session.console.isInteractive, let typed = Prompt(session).needed(question) {
            return typed
        }
        throw .usage(zh: "还缺：\(option)", en: "still needed: \(option)")
    }
}
