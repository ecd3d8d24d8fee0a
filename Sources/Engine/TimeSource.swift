import Foundation
import Synchronization
package import WorkingTime

/// Tells what time it is for the engine: the wall's, or a simulated one that only `move` changes.
package final class TimeSource: Sendable {
    private let simulated: Mutex<Instant?>

    /// - Parameter simulated: nil for real time.
    package init(simulated: Instant? = nil) {
        self.simulated = Mutex(simulated)
    }

    package var isSimulated: Bool { simulated.withLock { $0 != nil } }

    /// Units: microseconds, whether simulated or the wall's.
    package var now: Instant {
        if let instant = simulated.withLock({ $0 }) { return instant }
        return Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    /// Moves simulated time forward; it never runs backwards.
    package func move(to instant: Instant) {
        simulated.withLock { current in
            if let now = current, instant > now { current = instant }
        }
    }
}
