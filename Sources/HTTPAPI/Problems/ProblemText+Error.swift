import APIModel
import Casework
import Engine
import Hummingbird
import WorkingTime

/// A refusal whose field faults point to the top of the body, not into an action's `fields`.
struct FilingRefusal: Error {
    let refusal: Refusal
}

extension ProblemText {
    /// Words whatever was thrown, at this one place.
    ///
    /// - Parameter fields: the pointer to the fields of the action that was refused.
    init(of error: any Error, fields: String = "/fields/") {
        switch error {
        case let fault as RequestFault: self = fault.text
        case let fault as ItemFault: self = fault.text
        case let refusal as Refusal: self = refusal.text(fieldPrefix: fields)
        case let wrapped as FilingRefusal: self = wrapped.refusal.text(fieldPrefix: "/")
        case let invalid as InvalidFiling: self = RequestFault.invalid(invalid.problems).text
        case let refusal as WorkingTimeRefusal: self = refusal.text(in: .utc)
        case let local as LocalRefusal: self = local.refusal.text(in: local.zone)
        case let failure as EngineFailure: self = FailureText.text(for: failure)
        case let failure as StoreFailure: self = FailureText.text(for: failure)
        case let error as HTTPError where error.status == .contentTooLarge:
            self = RequestFault.bodyTooLarge.text
        case let error as HTTPError where error.status == .notFound:
            self = RequestFault.notFound.text
        default: self = FailureText.unexpected
        }
    }

    /// Tells of what the world broke; what was refused is told of as every request is, and what the
    /// request itself brought about is no failure of the house.
    func noteFailure(_ error: any Error, _ trace: RequestTrace?) {
        guard status >= 500, !(error is RequestFault), let trace else { return }
        trace.note(
            .requestFailed(id: trace.id, code: code, status: status, error: "\(error)"))
    }
}

extension InvalidFiling {
    fileprivate var problems: [Problem.FieldProblem] {
        faults.map { .init(pointer: "/" + $0.field, detail: $0.problem) }
    }
}
