import APIText
import Synchronization

/// Lets each caller ask so often in a stretch of time; what was not used up comes back evenly.
///
/// Limits run on real time, also where the engine's is simulated.
final class RateLimit: Sendable {
    private struct Bucket {
        var left: Double
        var filledAt: ContinuousClock.Instant
    }

    private static let capacity = 10_000

    private let most: Double
    private let stretch: Duration
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - most: how many requests one caller may send at once, and in each stretch.
    init(most: Int, in stretch: Duration) {
        self.most = Double(most)
        self.stretch = stretch
    }

    /// Takes one request of a caller.
    ///
    /// - Throws: `tooMany` with the seconds after which it may ask again.
    func take(_ caller: String, at now: ContinuousClock.Instant = .now) throws(RequestFault) {
        let wait = buckets.withLock { buckets -> Double? in
            var bucket = buckets[caller] ?? Bucket(left: most, filledAt: now)
            bucket.left = min(most, bucket.left + (now - bucket.filledAt) / stretch * most)
            bucket.filledAt = now
            let isAllowed = bucket.left >= 1
            if isAllowed { bucket.left -= 1 }
            if buckets.count >= Self.capacity, buckets[caller] == nil {
                forgetFull(&buckets, now)
            }
            buckets[caller] = bucket
            return isAllowed ? nil : (1 - bucket.left) / most
        }
        guard let wait else { return }
        throw .tooMany(retryAfter: max(1, Int((stretch * wait).components.seconds) + 1))
    }

    /// Makes room: whoever has everything left again is as good as unknown.
    private func forgetFull(_ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter {
            $0.value.left + (now - $0.value.filledAt) / stretch * most < most
        }
        if buckets.count >= Self.capacity { buckets.removeAll() }
    }
}
