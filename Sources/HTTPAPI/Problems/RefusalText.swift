import APIModel
import Casework
import Workflow

extension Refusal {
    /// Words the domain's refusal as a problem.
    ///
    /// - Parameter prefix: where the fields stand in the request's body, e.g. `/fields/`.
    func text(fieldPrefix prefix: String) -> ProblemText {
        switch self {
        case .unknownIssue, .forbidden, .linkSpent: accessText
        case .keyReused, .stale, .externalReferenceTaken: repetitionText
        default: actionText(prefix)
        }
    }

    private var accessText: ProblemText {
        switch self {
        case .forbidden(let action):
            ProblemText(
                403, code, title: ("无权办理此动作", "Not permitted"),
                hint: (
                    "请由有权的人员办理；GET …/actions 列出您可办的动作。",
                    "Somebody with the right must do this; GET …/actions lists what you may do."
                ),
                detail: ("您对该问题无权执行 \(action)。", "You have no right to \(action) on this issue."))
        case .linkSpent:
            ProblemText(
                410, code, title: ("链接已失效", "The link is no longer valid"),
                hint: ("请联系服务员取得新链接。", "Ask the service officer for a new link."))
        default:
            ProblemText(
                404, code, title: ("未找到该问题", "No such issue"),
                hint: (
                    "请核对编号；不在您范围内的问题不可见。",
                    "Check the number; issues outside your scope are not visible."
                ))
        }
    }

    private var repetitionText: ProblemText {
        switch self {
        case .stale(let version):
            var text = ProblemText(
                412, code, title: ("版本已过时", "Stale version"),
                hint: (
                    "问题已有变化，请重新读取后再办。", "The issue has changed: read it again, then decide."
                ))
            text.version = version
            return text
        case .externalReferenceTaken(let reference):
            var text = ProblemText(
                409, code, title: ("外部编号已使用", "External reference already used"),
                hint: (
                    "同一来源的外部编号只能使用一次。", "Each source may use a reference once."
                ))
            text.errors = [.init(pointer: "/externalReference", detail: reference)]
            return text
        default:
            return ProblemText(
                422, code, title: ("幂等键已用于其他请求", "Key reused for another request"),
                hint: ("新请求请使用新的 Idempotency-Key。", "Use a new Idempotency-Key for a new request."))
        }
    }

    private func actionText(_ prefix: String) -> ProblemText {
        switch self {
        case .unknownAction(let name, let known):
            var text = ProblemText(
                422, code, title: ("没有此动作", "Unknown action"),
                hint: ("请使用该流程定义的动作。", "Use an action of this workflow."),
                detail: ("流程中没有动作 \(name)。", "The workflow has no action \(name)."))
            text.allowed = known
            return text
        case .invalidFields(let faults):
            var text = ProblemText(
                422, code, title: ("字段不合要求", "Invalid fields"),
                hint: ("请改正所列字段。", "Correct the fields that are listed."))
            text.errors = faults.map {
                .init(pointer: prefix + $0.field, detail: $0.problem, chinese: $0.chinese)
            }
            return text
        case .invalidComment(let problem):
            var text = ProblemText(
                422, code, title: ("备注不合要求", "Invalid comment"),
                hint: ("请改正备注。", "Correct the comment."))
            text.errors = [.init(pointer: "/comment", detail: problem)]
            return text
        case .notAllowedNow(let action, let state, let allowed):
            var text = ProblemText(
                409, code, title: ("现在不能办理此动作", "Not allowed now"),
                hint: ("现在可办的动作见 allowed。", "What is allowed now stands in allowed."),
                detail: (
                    "状态 \(state) 下不能 \(action)。",
                    "In the state \(state), \(action) is not possible."
                ))
            text.allowed = allowed
            return text
        case .guardFailed(let action, let failure, let allowed):
            var text = ProblemText(
                409, code, title: ("条件不满足", "A condition is not met"),
                hint: (
                    "满足条件后再办，或改办 allowed 中的动作。",
                    "Meet the condition, or do something that is allowed."
                ),
                detail: ("\(action)：\(failure.reason.zh)。", "\(action): \(failure.reason.en)."))
            text.allowed = allowed
            text.failedGuard = failure.name
            return text
        default: return calendarText
        }
    }

    private var calendarText: ProblemText {
        var text = ProblemText(
            422, code, title: ("时限无法计算", "The time limit can't be computed"),
            hint: ("请核对日期。", "Check the dates."))
        if case .outsideCalendar(let reason) = self { text.detail = (reason, reason) }
        return text
    }
}
