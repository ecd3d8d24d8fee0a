import Casework
import Languages
import Workflow

extension Refusal {
    /// The same refusal with what is allowed as the link calls it: who holds one knows no action of the
    /// workflow. What no link can do is left out.
    func allowingDeeds(of roles: WorkflowRoles) -> Refusal {
        func deeds(_ actions: [NamedAction]) -> [NamedAction] {
            actions.compactMap { action in
                roles.deed(ofAction: action.name).map {
                    NamedAction(name: $0.rawValue, label: action.label)
                }
            }
        }
        switch self {
        case .notAllowedNow(let action, let state, let allowed, let earlier):
            return .notAllowedNow(
                action: action, state: state, allowed: deeds(allowed), earlier: earlier)
        case .guardFailed(let action, let failure, let allowed):
            return .guardFailed(action: action, failure: failure, allowed: deeds(allowed))
        case .unknownAction(let name, _, let known):
            return .unknownAction(
                name, meaning: .unknown(near: []),
                known: known.compactMap { roles.deed(ofAction: $0)?.rawValue })
        case .unknownIssue, .keyReused, .stale, .forbidden, .invalidFields, .invalidComment,
            .outsideCalendar, .linkSpent, .externalReferenceTaken, .cannotMove:
            return self
        }
    }
}
