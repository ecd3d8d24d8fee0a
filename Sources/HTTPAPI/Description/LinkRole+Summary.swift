import APIModel
import Workflow

extension LinkRole {
    /// What the API calls it.
    var word: LinkDeed {
        switch self {
        case .supplement: .supplement
        case .resume: .resume
        case .withdraw: .withdraw
        case .confirm: .confirm
        case .evaluate: .evaluate
        case .object: .object
        }
    }

    /// What the route says of itself.
    var summary: (chinese: String, english: String) {
        switch self {
        case .supplement: ("企业补充材料", "The enterprise adds what was missing")
        case .resume: ("企业答复后恢复办理", "The enterprise answers, and work goes on")
        case .withdraw: ("企业撤回诉求", "The enterprise withdraws its issue")
        case .confirm: ("企业确认服务", "The enterprise confirms the service")
        case .evaluate: ("企业评价办理结果", "The enterprise evaluates the result")
        case .object: ("企业提出异议", "The enterprise objects")
        }
    }
}
