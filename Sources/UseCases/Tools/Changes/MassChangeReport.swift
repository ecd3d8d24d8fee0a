package import Languages
package import WorkingTime

/// One deadline that a change of many issues moves.
package struct DeadlineChange: Sendable, Hashable {
    package let issue: String
    package let clock: String
    package let party: String?
    package let old: Instant
    /// Nil where the clock was ended.
    package let new: Instant?
    /// True where the deadline lies in the past only since the change.
    package let becomesOverdue: Bool
    /// True where a breach no longer counts since the change.
    package let isSaved: Bool
}

/// Says what a change of many issues did, or would do: of a page of them, or of all.
package struct MassChangeReport: Sendable {
    package var changedCount = 0
    /// Numbers of issues that stay as they are, each with every reason.
    package var unchanged: [(issue: String, reasons: [Label])] = []
    package var deadlines: [DeadlineChange] = []
    /// Numbers of issues that were changed, what of their deadlines being unknown: the connection was
    /// lost before the answer.
    package var untold: [String] = []
    /// How many clocks have a deadline that is no longer provisional.
    package var firmCount = 0

    mutating func add(_ other: MassChangeReport) {
        changedCount += other.changedCount
        unchanged += other.unchanged
        deadlines += other.deadlines
        untold += other.untold
        firmCount += other.firmCount
    }
}
