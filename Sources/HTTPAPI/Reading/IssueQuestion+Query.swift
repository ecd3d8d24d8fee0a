import APIModel
import Hummingbird
import UseCases

/// Reads the parameters of `GET /v1/issues`.
extension IssueQuestion {
    static let parameters: [QueryParameter] =
        [
            QueryParameter(
                "queue", "哪个队列", "Which queue", shape: .choice(Queue.allCases.map(\.rawValue))),
            QueryParameter(
                "dueBefore", "办结时限早于此时刻，如 2026-10-09T17:30:00+08:00、明天17:30",
                "Due before this instant, such as 2026-10-09T17:30:00+08:00 or 明天17:30"),
        ] + ListFilter.parameters

    init(_ parameters: Parameters) {
        self.init()
        queue = parameters.get("queue")
        filter = ListFilter(parameters)
        dueBefore = parameters.get("dueBefore")
    }
}
