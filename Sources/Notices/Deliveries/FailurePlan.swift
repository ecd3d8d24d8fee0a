/// Says how long a webhook is left alone whose tries fail one after the other, whatever waits for it.
package struct FailurePlan: Sendable {
    /// From this failure on it has a line of its own, and is tried one by one after pauses.
    package static let failuresApart = 3
    /// Units: milliseconds; for the first failure, the second …; the last holds for all after it.
    private static let pauses: [Double] = [0, 0, 1000, 5000, 30_000, 120_000, 600_000]

    /// After how long without any success it waits for its owner.
    package let pauseAfter: Duration
    private let factor: Double

    /// - Parameter factor: multiplies the pauses between tries.
    package init(pauseAfter: Duration = .seconds(86400), factor: Double = 1) {
        self.pauseAfter = pauseAfter
        self.factor = factor
    }

    /// Units: milliseconds.
    package var pausesInMilliseconds: [Int64] { Self.pauses.map { Int64($0 * factor) } }
}
