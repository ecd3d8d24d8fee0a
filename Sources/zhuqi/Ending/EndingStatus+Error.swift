import APIModel
import Client
import CommandText

extension EndingStatus {
    init(_ error: StaffError) {
        self =
            switch error {
            case .client(let error): EndingStatus(error)
            case .usage, .missingFields: .usage
            case .notAllowed(let item, _): item.isReserved ? .notAllowed : .refused
            case .stale: .conflict
            case .partly: .partly
            case .outcomeUnknown(let unanswered, _): EndingStatus(unanswered)
            case .tooLate: .timedOut
            case .cannotBe: .refused
            case .notSignedIn: .notAllowed
            case .credentials: .failed
            }
    }

    init(_ error: ClientError) {
        switch error {
        case .problem(let problem): self = EndingStatus(problem)
        case .unreachable(let unanswered): self = EndingStatus(unanswered)
        case .unexpected: self = .unreachable
        }
    }

    private init(_ unanswered: Unanswered) {
        switch unanswered.cause {
        case .timedOut: self = .timedOut
        case .notConnected, .brokenOff: self = .unreachable
        }
    }

    /// A conflict is with what somebody else did; what a state or a guard refuses names what is allowed.
    /// What the server could not read, or holds for wrong, was typed wrong.
    private init(_ problem: Problem) {
        switch problem.status {
        case 401, 403: self = .notAllowed
        case 404, 410: self = .notFound
        case 409: self = problem.allowed == nil ? .conflict : .refused
        case 412: self = .conflict
        case 429: self = .rateLimited
        case 503: self = .unreachable
        case 400..<500: self = .usage
        default: self = .failed
        }
    }
}

extension ActionsAnswer.Item {
    /// Whether the action is somebody else's to take.
    fileprivate var isReserved: Bool { refusedBy == "right" }
}
