import Casework
import Workflow

extension Refusal {
    /// The same refusal with what is allowed as the link calls it: who holds one knows no action of the
    /// workflow. What no link can do is left out.
    func allowingDeeds(of roles: WorkflowRoles) -> Refusal {
        func deeds(_ actions: [String]) -> [String] {
            actions.compactMap { roles.deed(ofAction: $0)?.rawValue }
        }
        switch self {
        case .notAllowedNow(let action, let state, let allowed):
            return .notAllowedNow(action: action, state: state, allowed: deeds(allowed))
        case .guardFailed(let action, let failure, let allowed):
            return .guardFailed(action: action, failure: failure, allowed: deeds(allowed))
        case .unknownAction(let name, _, let known):
            return .unknownAction(name, near: [], known: deeds(known))
        case .unknownIssue, .keyReused, .stale, .forbidden, .invalidFields, .invalidComment,
            .outsideCalendar, .linkSpent, .externalReferenceTaken, .cannotMove:
            return self
        }
    }
}
