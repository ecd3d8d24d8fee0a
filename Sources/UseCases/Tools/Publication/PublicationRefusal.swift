package import Languages
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
    case directory([Label])
    /// The directory would leave open issues to nobody: a sentence for each unit.
    case strands([Label])

    package var description: String { words.en }

    package var words: Label {
        switch self {
        case .changed(let workflow, let version, let newest, let file):
            Label(
                zh: "\(file)：\(workflow) 第 \(version) 版已按另一内容发布，不再更改；"
                    + "请写 `version: \(newest + 1)` 再发布",
                en:
                    "\(file): version \(version) of \(workflow) was published with another content, "
                    + "which stays as it is; write `version: \(newest + 1)` and publish that")
        case .noCalendar(let calendar, let file):
            Label(
                zh: "\(file)：工作日历“\(calendar)”没有发布；请先发布，或与工作流一起发布",
                en:
                    "\(file): no calendar `\(calendar)` is published; publish it first, or with the "
                    + "workflow")
        case .older(let workflow, let version, let newest, let file):
            Label(
                zh: "\(file)：\(workflow) 已发布到第 \(newest) 版，第 \(version) 版来晚了；"
                    + "请写 `version: \(newest + 1)`",
                en: "\(file): version \(newest) of \(workflow) is published already, so \(version) "
                    + "comes too late; write `version: \(newest + 1)`")
        case .otherSubject(let workflow, let subject, let file):
            Label(
                zh: "\(file)：\(workflow) 的问题关于\(subject.label.zh)，不能改变；"
                    + "请写 `subject: \(subject.rawValue)`，或另取工作流名称",
                en:
                    "\(file): the issues of \(workflow) are about \(subject.label.en), and stay so; "
                    + "write `subject: \(subject.rawValue)`, or give the workflow another name")
        case .directory(let problems): Self.lines(problems)
        case .strands(let problems): Self.lines(problems + [StrandingCheck.remedy])
        }
    }

    private static func lines(_ sentences: [Label]) -> Label {
        Label { language in
            sentences.map { $0.text(in: language) }.joined(separator: "\n")
        }
    }
}
