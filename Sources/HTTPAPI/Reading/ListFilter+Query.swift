import APIModel
import Hummingbird
import UseCases

/// Reads the parameters that narrow `GET /v1/issues` and `GET /v1/duties`.
extension ListFilter {
    static let parameters: [QueryParameter] = [
        .unit, .state, .issueClass, .category, .division, .workflow, .search,
    ]

    init(_ parameters: Parameters) {
        self.init()
        unit = parameters.get("unit")
        state = parameters.get("state")
        issueClass = parameters.get("class")
        category = parameters.get("category")
        division = parameters.get("division")
        workflow = parameters.get("workflow")
        words = parameters.get("q")
    }
}
