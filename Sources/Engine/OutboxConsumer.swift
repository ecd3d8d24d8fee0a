package import WorkingTime

/// Carries committed events on, from where it stands itself: at least once, in order per issue.
package protocol OutboxConsumer: Sendable {
    /// The name under which the store keeps how far it has come.
    var reader: String { get }
    /// What is told of when it fails.
    var work: RecurringWork { get }

    /// Carries on everything that is committed and readable now.
    func drain() async throws

    /// Tells whether it has work that no new event will bring.
    func hasBacklog() async throws -> Bool

    /// The next instant after another at which it closes something, such as the digest of a day.
    func closing(after instant: Instant) -> Instant?
}

extension OutboxConsumer {
    package func hasBacklog() async throws -> Bool { false }

    package func closing(after instant: Instant) -> Instant? { nil }
}
