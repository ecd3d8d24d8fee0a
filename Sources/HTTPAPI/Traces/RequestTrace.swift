import Casework
import Engine
import Synchronization
import UseCases

/// Gathers what is found out about a request on its way in, for what is told of it in the end.
package final class RequestTrace: Sendable {
    struct Findings {
        var person: PersonID?
        var code: String?
        var refusedToken: TokenRefusal?
        var token: Int64?
    }

    let id: String
    private let observer: any Observer
    private let found = Mutex(Findings())

    init(id: String, observer: any Observer) {
        self.id = id
        self.observer = observer
    }

    var findings: Findings { found.withLock { $0 } }

    /// Tells of what happens on the way, beside the request's own end.
    func note(_ observation: Observation) { observer.note(observation) }

    /// Somebody was shown an enterprise's telephone number in full.
    func notePhoneRead(of issue: Issue, by principal: Principal) {
        note(.phoneRead(id: id, issue: issue.number, by: principal.keySpace))
    }

    func note(_ person: PersonID) { found.withLock { $0.person = person } }

    func note(problem code: String) { found.withLock { $0.code = code } }

    /// - Parameter token: the number by which operators name it, where it is known.
    func note(_ refusal: TokenRefusal, of token: Int64? = nil) {
        found.withLock {
            $0.refusedToken = refusal
            $0.token = token
        }
    }
}
