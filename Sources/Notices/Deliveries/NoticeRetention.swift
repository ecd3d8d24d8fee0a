package import WorkingTime

/// Says for how long it is remembered what became of notices.
package struct NoticeRetention: Hashable, Sendable {
    /// What arrived, or was not sent as its receiver may not see the issue any more.
    package let daysOfDelivered: Int
    package let daysOfDead: Int
    /// For how long a request that is sent again gets its first answer.
    package static let daysOfAnswers = 30

    package init(daysOfDelivered: Int = 30, daysOfDead: Int = 90) {
        self.daysOfDelivered = daysOfDelivered
        self.daysOfDead = daysOfDead
    }

    package func deliveredBefore(_ wall: Instant) -> Instant { Self.days(daysOfDelivered, wall) }

    package func deadBefore(_ wall: Instant) -> Instant { Self.days(daysOfDead, wall) }

    package static func answersBefore(_ wall: Instant) -> Instant { days(daysOfAnswers, wall) }

    private static func days(_ count: Int, _ wall: Instant) -> Instant {
        Instant(microseconds: wall.microseconds - Int64(count) * 86_400_000_000)
    }
}
