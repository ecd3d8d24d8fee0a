import Synchronization

/// Remembers whether the store took the last that was to be written.
///
/// What failed is forgotten after some seconds: whoever stopped sending would never learn otherwise
/// that it works again.
package final class WriteHealth: Sendable {
    private static let memory = Duration.seconds(10)
    private let failedAt = Mutex<ContinuousClock.Instant?>(nil)

    package init() {}

    package func noteSuccess() { failedAt.withLock { $0 = nil } }

    package func noteFailure(at now: ContinuousClock.Instant = .now) {
        failedAt.withLock { $0 = now }
    }

    /// True for ten seconds after a failure that no success followed.
    package func isFailing(at now: ContinuousClock.Instant = .now) -> Bool {
        failedAt.withLock { failed in failed.map { now - $0 < Self.memory } ?? false }
    }
}
