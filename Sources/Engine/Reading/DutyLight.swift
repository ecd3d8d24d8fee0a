package import WorkingTime

/// Says how soon something is due, by its instant.
package enum DutyLight: Int, CaseIterable, Sendable {
    case overdue = 1
    /// By the end of the day.
    case today
    case later
    /// It has no date, or stands still.
    case undated
}

/// How many duties there are.
package struct DutyCount: Hashable, Sendable {
    package let count: Int
    /// True where counting stopped before the end.
    package let hasMore: Bool

    package init(count: Int, hasMore: Bool) {
        self.count = count
        self.hasMore = hasMore
    }
}

/// The moments between which duties are counted.
package struct DutySpans: Hashable, Sendable {
    package let now: Instant
    /// The end of the day.
    package let tomorrow: Instant

    package init(now: Instant, tomorrow: Instant) {
        self.now = now
        self.tomorrow = tomorrow
    }
}
