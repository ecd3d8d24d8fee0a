import APIModel
import Client

/// Names the ways in which the tool ends.
enum EndingStatus: Int32, Sendable {
    case done = 0
    /// The server refused.
    case refused = 1
    /// The command line is wrong, or something on it is missing.
    case usage = 2
    /// No server of the API answered, or it does not know who asks.
    case unreachable = 3

    init(_ error: StaffError) {
        self =
            switch error {
            case .client(let error): EndingStatus(error)
            case .usage, .missingFields: .usage
            case .notAllowed, .stale, .partly: .refused
            case .outcomeUnknown, .notSignedIn, .credentials: .unreachable
            }
    }

    private init(_ error: ClientError) {
        switch error {
        case .problem(let problem): self = EndingStatus(problem)
        case .unreachable, .unexpected: self = .unreachable
        }
    }

    /// A server that is overloaded or broken did not refuse: it could not be used. A request
    /// that it can't read was typed wrong.
    private init(_ problem: Problem) {
        let isAbsent = problem.status == 401 || problem.status == 429 || problem.status >= 500
        self = isAbsent ? .unreachable : problem.status == 400 ? .usage : .refused
    }
}
