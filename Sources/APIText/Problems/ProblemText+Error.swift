package import Casework
import Engine
import UseCases
import WorkingTime

/// A refusal whose field faults point to the top of the body, not into an action's `fields`.
package struct FilingRefusal: Error {
    let refusal: Refusal

    package init(refusal: Refusal) {
        self.refusal = refusal
    }
}

extension ProblemText {
    /// Words whatever was thrown, at this one place.
    ///
    /// - Parameter fields: the pointer to the fields of the action that was refused.
    package init(of error: any Error, fields: String = "/fields/") {
        switch error {
        case let fault as RequestFault: self = fault.text
        case let fault as InputFault: self = fault.text
        case let fault as ItemFault: self = fault.text
        case let refusal as Refusal: self = refusal.text(fieldPrefix: fields)
        case let wrapped as FilingRefusal: self = wrapped.refusal.text(fieldPrefix: "/")
        case let invalid as InvalidFiling: self = InputFault.invalid(invalid.fields).text
        case let refusal as WorkingTimeRefusal: self = refusal.text(in: .utc)
        case let local as LocalRefusal: self = local.refusal.text(in: local.zone)
        case let failure as EngineFailure: self = FailureText.text(for: failure)
        case let failure as StoreFailure: self = FailureText.text(for: failure)
        default: self = FailureText.unexpected
        }
    }
}

extension InvalidFiling {
    fileprivate var fields: [InputFault.Field] {
        faults.map { InputFault.Field("/" + $0.field, $0.problem) }
    }
}
