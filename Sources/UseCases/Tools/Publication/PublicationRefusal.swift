import Languages
package import Workflow

/// Says why a sound text is not published.
package enum PublicationRefusal: Error, Hashable, CustomStringConvertible {
    /// The version was published with another content.
    case changed(workflow: String, version: Int, newest: Int, file: String)
    /// The calendar that its clocks run on is not published.
    case noCalendar(String, file: String)
    /// A later version was published already.
    case older(workflow: String, version: Int, newest: Int, file: String)
    /// The issues of the versions before are about something else.
    case otherSubject(workflow: String, SubjectKind, file: String)
    /// Tables can't hold what the directory's text says: a sentence for each line that is wrong.
    case directory([String])
    /// The directory would leave open issues to nobody: a sentence for each unit.
    case strands([String])

    package var description: String {
        switch self {
        case .changed(let workflow, let version, let newest, let file):
            "\(file): version \(version) of \(workflow) was published with another content, which "
                + "stays as it is; write `version: \(newest + 1)` and publish that"
        case .noCalendar(let calendar, let file):
            "\(file): no calendar `\(calendar)` is published; publish it first, or with the workflow"
        case .older(let workflow, let version, let newest, let file):
            "\(file): version \(newest) of \(workflow) is published already, so \(version) comes "
                + "too late; write `version: \(newest + 1)`"
        case .otherSubject(let workflow, let subject, let file):
            "\(file): the issues of \(workflow) are about \(subject.label.en), and stay so; write "
                + "`subject: \(subject.rawValue)`, or give the workflow another name"
        case .directory(let problems): problems.joined(separator: "\n")
        case .strands(let problems):
            (problems + [StrandingCheck.remedy]).joined(separator: "\n")
        }
    }
}
