import APIText
import Engine
import Hummingbird
import UseCases

extension ProblemText {
    /// Words whatever was thrown on the way of a request, by the server or by its libraries.
    init(thrown error: any Error, fields: String = "/fields/") {
        switch error {
        case let error as HTTPError where error.status == .contentTooLarge:
            self = RequestFault.bodyTooLarge.text
        case let error as HTTPError where error.status == .notFound:
            self = InputFault.notFound.text
        default: self.init(of: error, fields: fields)
        }
    }

    /// Tells of what the world broke; what was refused is told of as every request is, and what the
    /// request itself brought about is no failure of the server.
    func noteFailure(_ error: any Error, _ trace: RequestTrace?) {
        guard status >= 500, !(error is RequestFault), !(error is InputFault), let trace else {
            return
        }
        trace.note(
            .requestFailed(id: trace.id, code: code, status: status, error: "\(error)"))
    }
}
