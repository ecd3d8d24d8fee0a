package import WorkingTime

/// Answers a question about working time.
package struct WorkingTimeAnswer: Sendable {
    package enum Finding: Hashable, Sendable {
        case due(Deadline)
        /// The latest instant from which the limit is used up by the end.
        case latest(Instant)
        case elapsed(workingSeconds: Int64, workingDays: Int64)
    }

    package let finding: Finding
    /// Nil where no explanation was asked for.
    package let segments: [Segment]?
    /// By whose hours, and in whose zone.
    package let calendar: WorkingCalendar
}
