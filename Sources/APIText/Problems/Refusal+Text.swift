package import Casework
import Languages

extension Refusal {
    /// The problem that the refusal is to whoever asked.
    package var problem: ProblemCode {
        switch self {
        case .unknownIssue: .unknownIssue
        case .keyReused: .keyReused
        case .stale: .stale
        case .unknownAction: .unknownAction
        case .forbidden: .forbidden
        case .invalidFields: .invalidFields
        case .invalidComment: .invalidComment
        case .notAllowedNow: .notAllowedNow
        case .guardFailed: .guardFailed
        case .outsideCalendar: .outsideCalendar
        case .linkSpent: .linkSpent
        case .externalReferenceTaken: .externalReferenceTaken
        case .cannotMove: .cannotMove
        }
    }

    /// Words the domain's refusal as a problem: people read labels, programs the names beside them.
    ///
    /// - Parameter prefix: where the fields stand in the request's body, e.g. `/fields/`.
    package func text(fieldPrefix prefix: String) -> ProblemText {
        var text = ProblemText(problem)
        switch self {
        case .unknownIssue, .keyReused, .linkSpent: break
        case .stale(let version): text.version = version
        case .unknownAction(let name, let meaning, let known):
            text.detail = Self.unknown(action: name, meaning)
            text.allowed = known
        case .forbidden(let action, let holders):
            text.detail = RefusalWords.forbidden(action, holders)
        case .invalidFields(let faults):
            text.errors = faults.map {
                .init(pointer: prefix + $0.field, detail: $0.problem, label: $0.label)
            }
        case .invalidComment(let problem):
            text.errors = [
                .init(
                    pointer: "/comment", detail: problem, label: Label(zh: "备注", en: "Comment"))
            ]
        case .notAllowedNow(let action, let state, let allowed, let earlier):
            text.detail = RefusalWords.notNow(action, state, earlier)
            text.hint = RefusalWords.allowed(allowed)
            text.allowed = allowed.map(\.name)
        case .guardFailed(let action, let failure, let allowed):
            text.detail = RefusalWords.refused(action, failure.reason)
            text.allowed = allowed.map(\.name)
            text.failedGuard = failure.name
        case .outsideCalendar(let reason): text.detail = reason
        case .externalReferenceTaken(let reference):
            text.errors = [
                .init(
                    pointer: "/externalReference",
                    detail: Label(zh: "已有同来源的：\(reference)", en: "exists already: \(reference)"))
            ]
        case .cannotMove(let reasons):
            text.detail = Label(
                zh: "原因：\(reasons.map(\.zh).joined(separator: "；"))。",
                en: "Because \(reasons.map(\.en).joined(separator: "; ")).")
        }
        return text
    }

    /// Actions of one label are told with their names: these alone tell them apart.
    private static func unknown(action name: String, _ meaning: Vocabulary.Meaning) -> Label {
        switch meaning {
        case .several:
            let remark = Label(remarking: meaning, on: name)
            return Label(zh: "\(remark?.zh ?? "")。", en: "\(remark?.en ?? "").")
        case .name, .unknown(near: []):
            return Label(
                zh: "流程中没有动作 \(name)。", en: "The workflow has no action \(name).")
        case .unknown(let near):
            let zh = near.map(\.label.zh).joined(separator: "、")
            let en = near.map(\.label.en).joined(separator: ", ")
            return Label(
                zh: "流程中没有动作 \(name)。是否指：\(zh)？",
                en: "The workflow has no action \(name). Did you mean \(en)?")
        }
    }
}
