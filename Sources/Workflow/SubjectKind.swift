package import Languages

/// Names what the issues of a workflow are about. Term: 事项对象.
package enum SubjectKind: String, CaseIterable, Sendable {
    /// An enterprise, which the filing names by its credit code.
    case enterprise
    /// A project of the directory.
    case project
    /// A unit of the directory.
    case unit
    /// Nothing beside themselves, e.g. meetings.
    case nothing = "none"

    package var label: Label {
        switch self {
        case .enterprise: Label(zh: "企业", en: "an enterprise")
        case .project: Label(zh: "项目", en: "a project")
        case .unit: Label(zh: "单位", en: "a unit")
        case .nothing: Label(zh: "无", en: "nothing else")
        }
    }
}
