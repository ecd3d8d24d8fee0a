/// Decides whether a call is made again, and after which pause.
///
/// Every call of the API may be repeated: reading changes nothing, changes carry a key, and the
/// simulated clock is sent to an instant, not by a distance.
package struct RetryPolicy: Hashable, Sendable {
    /// A server that does not listen is soon told of: a restart takes longer than any pause.
    private static let mostConnections = 3

    package var attemptLimit: Int
    package var firstPause: Duration
    /// A server that asks for more than this is believed, and not waited for.
    package var longestPause: Duration

    package init(
        attemptLimit: Int = 5, firstPause: Duration = .milliseconds(200),
        longestPause: Duration = .seconds(15)
    ) {
        self.attemptLimit = attemptLimit
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// Returns the pause before the next attempt, or nil where this outcome is final.
    ///
    /// - Parameters:
    ///   - attempt: counted from 1.
    ///   - jitter: from 0 to 1; spreads clients that failed together.
    func pause(after outcome: Outcome, attempt: Int, jitter: Double) -> Duration? {
        guard attempt < attemptLimit else { return nil }
        switch outcome {
        case .timedOut: return nil
        case .notConnected:
            return attempt < Self.mostConnections ? backoff(attempt, jitter) : nil
        case .lost: return backoff(attempt, jitter)
        case .received(let response):
            guard response.status == 503 || response.status == 429 else { return nil }
            guard let asked = response.retryAfter else { return backoff(attempt, jitter) }
            return asked <= longestPause ? max(asked, backoff(1, jitter)) : nil
        }
    }

    private func backoff(_ attempt: Int, _ jitter: Double) -> Duration {
        let doubled = firstPause * (1 << min(attempt - 1, 20))
        return min(doubled, longestPause) * (0.5 + 0.5 * jitter)
    }
}
