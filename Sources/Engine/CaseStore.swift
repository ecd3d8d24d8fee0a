package import Casework
package import WorkingTime

/// Keeps cases: locks, loads, applies and reads. The shell around the decisions of `Casework`.
package protocol CaseStore: Sendable {
    /// Carries out a batch in one transaction: locks the issues, loads what deciding needs, lets each
    /// item be decided, applies the decided ones and commits.
    ///
    /// - Parameters:
    ///   - items: in the order in which they came.
    ///   - patience: how long an issue that another transaction holds is waited for.
    /// - Returns: the outcomes in the order of the items, once the commit was read as done.
    /// - Throws: `StoreFailure`; nothing was applied, unless its outcome is unknown.
    func transact(
        _ items: [BatchItem], waiting patience: LockPatience, deciding decider: any BatchDecider
    ) async throws -> [BatchOutcome]

    /// Reads an issue's events up to a sequence, from the first.
    func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent]

    /// Reads an issue before its first event, to fold events onto.
    func unborn(_ issue: IssueID) async throws -> Issue?

    /// Lists issues with a clock whose alarm is due, the earliest first, after a place in that order.
    func dueAlarms(
        at instant: Instant, after: AlarmPlace?, limit: Int
    ) async throws -> [AlarmPlace]

    /// The instant of the next alarm, nil where none is armed.
    func nextAlarm() async throws -> Instant?

    /// Tells whether this process leads the alarms; the others stand by.
    func leadsAlarms() async throws -> Bool

    /// Hands the next committed events that tell somebody to the body, oldest first, and notes how
    /// far the reader has come once the body has returned. One carries at a time.
    ///
    /// - Returns: false where nothing was left.
    func carry(
        reader: String, limit: Int, _ body: @Sendable ([OutboxItem]) async throws -> Void
    ) async throws -> Bool
}

/// How long a batch waits for issues that others hold.
package enum LockPatience: Sendable {
    /// Not at all: the batch goes on without them.
    case none
    /// About a second; then the whole batch fails as `locked`.
    case brief
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

/// One event to be told of, with what a message about it says.
package struct OutboxItem: Sendable {
    package let event: IssueEvent
    package let number: String
    package let title: String

    package init(event: IssueEvent, number: String, title: String) {
        self.event = event
        self.number = number
        self.title = title
    }
}
