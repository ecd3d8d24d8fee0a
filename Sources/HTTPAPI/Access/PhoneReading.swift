import Casework
import Engine

/// Decides whether an answer holds the enterprise's telephone number in full.
///
/// Only the answer about one issue does, and then it is noted who read it: lists and answers to
/// actions never do.
enum PhoneReading {
    case full
    case masked

    /// - Parameter trace: learns of each reading.
    init(
        of issue: Issue, by principal: Principal, _ viewer: Viewer, _ trace: RequestTrace?
    ) throws {
        guard issue.narrative.contact?.phone != nil,
            try Decider(world: viewer.world).needsNumber(of: issue, principal, at: viewer.at)
        else {
            self = .masked
            return
        }
        self = .full
        guard let trace else { return }
        trace.note(.phoneRead(id: trace.id, issue: issue.number, by: principal.keySpace))
    }

    func text(_ phone: String) -> String {
        switch self {
        case .full: phone
        case .masked: PhoneMask.masked(phone)
        }
    }
}
