/// Says how long to wait before a delivery is tried again.
package struct RetryPlan: Sendable {
    /// Units: seconds; one for each try that failed.
    private static let pauses: [Double] = [1, 5, 30, 120, 600, 3600, 14400, 43200, 86400]
    private static let longestAsked: Double = 3600
    /// Multiplies every pause and limit.
    private let factor: Double

    package init(factor: Double = 1) {
        self.factor = factor
    }

    /// How long a try may take.
    package var timeout: Duration { .seconds(max(3, 10 * factor)) }

    /// How long a claim holds: a worker that has not told by then is taken for dead.
    package var lease: Duration { .seconds(max(12, 60 * factor)) }

    /// - Parameter tries: how many failed, from 1.
    /// - Parameter asked: how many seconds the receiver wants.
    /// - Parameter jitter: from -1 to 1.
    /// - Returns: nil after the last.
    package func pause(afterTries tries: Int, asked: Int64?, jitter: Double) -> Duration? {
        guard tries >= 1, tries <= Self.pauses.count else { return nil }
        let planned = Self.pauses[tries - 1] * (1 + 0.2 * jitter)
        let wanted = min(Double(asked ?? 0), Self.longestAsked)
        return .seconds(max(planned, wanted) * factor)
    }
}
