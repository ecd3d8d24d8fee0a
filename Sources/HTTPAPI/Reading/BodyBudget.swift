import APIText
import Synchronization

/// Bounds what the bodies of all requests take together.
final class BodyBudget: Sendable {
    private let most: Int
    private let used = Mutex(0)

    /// Units: bytes.
    init(most: Int) {
        self.most = most
    }

    /// One request's part, which comes back when nobody holds the body any more.
    ///
    /// Invariant: only the task that reads the request's body takes from it.
    final class Share: Sendable {
        private let budget: BodyBudget
        private let taken = Mutex(0)

        init(_ budget: BodyBudget) {
            self.budget = budget
        }

        deinit {
            let taken = taken.withLock { $0 }
            budget.used.withLock { $0 -= taken }
        }

        /// - Throws: `busy` where all together would hold too much.
        func take(_ byteCount: Int) throws(RequestFault) {
            let isThere = budget.used.withLock { used in
                guard used + byteCount <= budget.most else { return false }
                used += byteCount
                return true
            }
            guard isThere else { throw .busy }
            taken.withLock { $0 += byteCount }
        }
    }
}
