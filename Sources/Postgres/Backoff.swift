/// Remembers failed opens, so that a dead server is not tried again at once.
struct Backoff {
    private var pause = Duration.zero
    private var retryAt: ContinuousClock.Instant?
    private var lastFailure: PostgresError?

    private static let shortest = Duration.milliseconds(50)
    private static let longest = Duration.seconds(1)

    /// The failure that still stands; nil where a new attempt is due.
    func standingFailure(now: ContinuousClock.Instant) -> PostgresError? {
        guard let retryAt, now < retryAt else { return nil }
        return lastFailure
    }

    mutating func noteFailure(_ failure: PostgresError, now: ContinuousClock.Instant) {
        pause = min(max(pause * 2, Self.shortest), Self.longest)
        retryAt = now + pause
        lastFailure = failure
    }

    mutating func noteSuccess() {
        self = Backoff()
    }
}
