package import Casework
package import WorkingTime

/// Keeps cases: locks, loads, applies and reads. The shell around the decisions of `Casework`.
package protocol CaseStore: Sendable {
    /// Carries out a batch in one transaction: locks the issues, loads what deciding needs, lets
    /// `decide` give a verdict on each command, applies the decided ones and commits.
    ///
    /// - Parameters:
    ///   - commands: sorted by issue; none has an issue, its own or one beside it, that another has.
    ///   - patience: how long an issue that another transaction holds is waited for.
    /// - Returns: the verdicts in the order of the commands, once the commit was read as done; nil
    ///   for an issue that is held elsewhere, where none is waited for.
    /// - Throws: `StoreFailure`; nothing was applied, unless its outcome is unknown.
    func transact(
        _ commands: [Command], waiting patience: LockPatience,
        deciding decide: @Sendable (Command, LoadedIssue) -> Verdict
    ) async throws -> [Verdict?]

    /// Carries out a filing in one transaction.
    func file(
        _ filing: Filing,
        deciding decide: @Sendable ([BirthCertificate]) throws -> [Decision.Birth]
    ) async throws -> FilingOutcome

    /// Finds the filing that was made under a key, with the digest of its request.
    func earlierFiling(by filer: PersonID, key: CommandKey) async throws -> EarlierFiling?

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
    /// As long as a statement may take.
    case long
}

/// What a decision on an issue needs.
package struct LoadedIssue: Sendable {
    package let issue: Issue?
    package let earlier: EarlierUse?
    package let drawnIDs: [IssueID]
    /// The issues beside it that exist, without their clocks.
    package let beside: [Issue]

    package init(
        issue: Issue?, earlier: EarlierUse?, drawnIDs: [IssueID], beside: [Issue] = []
    ) {
        self.beside = beside
        self.issue = issue
        self.earlier = earlier
        self.drawnIDs = drawnIDs
    }
}

/// What is known of an earlier filing under a key.
package struct EarlierFiling: Sendable, Hashable {
    package let filed: CaseID
    package let requestDigest: [UInt8]

    package init(filed: CaseID, requestDigest: [UInt8]) {
        self.filed = filed
        self.requestDigest = requestDigest
    }
}

/// What came of a filing.
package enum FilingOutcome: Sendable {
    case filed(FiledCase, [Decision.Birth])
    /// The same filing was made before under the same key.
    case replay(CaseID)
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
