import APIModel
import Hummingbird
import UseCases

/// Reads the parameters of `GET /v1/duties`.
extension DutyQuestion {
    static let parameters: [QueryParameter] =
        [
            QueryParameter(
                "queue",
                "哪个队列：mine 要我办的（省略时），unit 本单位的，others 等别人办的，overdue 我能看到的超期待办，"
                    + "escalated 已提级问题的，watched 提级到我、或我包联的企业、项目和产业链的，all 我能看到的全部待办",
                "Which queue: mine (usual) is mine to do, unit my unit's, others what I wait for; of what I see: "
                    + "overdue, escalated on raised issues, watched on those that climbed to me or are about "
                    + "enterprises, projects and chains that I am paired with, all whatever is owed",
                shape: .choice(ReadDuties.Queue.allCases.map(\.rawValue)))
        ] + ListFilter.parameters

    init(_ parameters: Parameters) {
        self.init()
        queue = parameters.get("queue")
        filter = ListFilter(parameters)
    }
}
