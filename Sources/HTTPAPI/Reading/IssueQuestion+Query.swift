import Hummingbird
import UseCases

/// Reads the parameters of `GET /v1/issues`.
extension IssueQuestion {
    static let parameters = [
        "queue", "unit", "state", "class", "category", "dueBefore", "q", "cursor", "limit",
    ]

    init(_ parameters: Parameters) {
        self.init()
        queue = parameters.get("queue")
        unit = parameters.get("unit")
        state = parameters.get("state")
        issueClass = parameters.get("class")
        category = parameters.get("category")
        words = parameters.get("q")
        dueBefore = parameters.get("dueBefore")
    }
}
