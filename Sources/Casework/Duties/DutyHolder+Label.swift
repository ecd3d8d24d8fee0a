package import Languages
import Workflow
package import WorkingTime

extension DutyHolder {
    /// Who that is, for people: a person by name, a post by its unit.
    package func label(in directory: Directory, at instant: Instant) -> Label {
        func name(_ code: String, _ zh: String = "", _ en: String = "") -> Label {
            let name =
                directory.unit(code: code)?.name(at: instant)
                ?? Label(zh: "原单位", en: "a former unit")
            return Label(zh: name.zh + zh, en: en.isEmpty ? name.en : "\(en) \(name.en)")
        }
        return switch self {
        case .person(let id):
            directory.person(id).map { Label(zh: $0.name, en: $0.name) }
                ?? Label(zh: "已离任人员", en: "somebody who has left")
        case .unit(let code): name(code)
        case .head(let code): name(code, "负责人", "the head of")
        case .office(let code): name(code)
        case .leader(let code): name(code, "分管领导", "the leader in charge of")
        case .force, .divisionForce: Label(zh: "工作专班", en: "the task force")
        case .role(let role): role.label
        case .enterprise: Label(zh: "企业", en: "the enterprise")
        case .paired, .pairedWithProject: Label(zh: "包联人员", en: "the paired officer")
        }
    }
}
