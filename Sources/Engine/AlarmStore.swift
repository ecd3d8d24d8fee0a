package import Casework
package import WorkingTime

/// Finds the alarms of clocks, and says who works them.
package protocol AlarmStore: Sendable {
    /// Lists issues with a clock whose alarm is due, the earliest first, after a place in that order.
    func dueAlarms(
        at instant: Instant, after: AlarmPlace?, limit: Int
    ) async throws -> [AlarmPlace]

    /// The instant of the next alarm, nil where none is armed.
    func nextAlarm() async throws -> Instant?

    /// Tells whether this process leads the alarms; the others stand by.
    func leadsAlarms() async throws -> Bool
}

/// A place in the order of due alarms.
package struct AlarmPlace: Hashable, Sendable {
    package let at: Instant
    package let issue: IssueID

    package init(at: Instant, issue: IssueID) {
        self.at = at
        self.issue = issue
    }
}
