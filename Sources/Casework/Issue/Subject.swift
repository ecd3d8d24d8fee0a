package import Workflow

/// What a case and its issues are about. Term: 事项对象.
package enum Subject: Hashable, Sendable {
    case enterprise(EnterpriseID)
    /// A code of a project.
    case project(String)
    /// A code of a unit.
    case unit(String)
    case nothing

    package var kind: SubjectKind {
        switch self {
        case .enterprise: .enterprise
        case .project: .project
        case .unit: .unit
        case .nothing: .nothing
        }
    }

    package var enterprise: EnterpriseID? {
        if case .enterprise(let id) = self { id } else { nil }
    }

    /// The code of the project; nil where it is about something else.
    package var project: String? {
        if case .project(let code) = self { code } else { nil }
    }

    /// The code of the unit; nil where it is about something else.
    package var unit: String? {
        if case .unit(let code) = self { code } else { nil }
    }
}

extension PublishedDefinitions {
    /// What an issue is about: its workflow says of what kind that is.
    package func subject(of issue: Issue) -> Subject {
        let kind = workflow(issue.workflow)?.definition.subject ?? .enterprise
        let found: Subject? =
            switch kind {
            case .enterprise: issue.enterprise.map(Subject.enterprise)
            case .project: issue.attributes.project.map(Subject.project)
            case .unit: issue.attributes.subjectUnit.map(Subject.unit)
            case .nothing: nil
            }
        return found ?? .nothing
    }

    /// Tells whether two issues are about the same: the same enterprise, project or unit. What is about
    /// nothing else has that in common with the issues of its own workflow.
    package func areAboutTheSame(_ one: Issue, _ other: Issue) -> Bool {
        let subject = subject(of: one)
        guard subject == self.subject(of: other) else { return false }
        return subject != .nothing
            || workflow(one.workflow)?.definition.id == workflow(other.workflow)?.definition.id
    }
}
