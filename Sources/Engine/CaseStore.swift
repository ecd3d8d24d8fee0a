package import Casework

/// Keeps cases: locks, loads, applies and reads. The shell around the decisions of `Casework`.
package protocol CaseStore: Sendable {
    /// Carries out a batch in one transaction: locks the issues, loads what deciding needs, lets each
    /// item be decided, applies the decided ones and commits.
    ///
    /// - Parameters:
    ///   - items: in the order in which they came.
    ///   - lockWait: how long an issue that another transaction holds is waited for.
    /// - Returns: the outcomes in the order of the items, once the commit was read as done.
    /// - Throws: `StoreFailure`; nothing was applied, unless its outcome is unknown.
    func transact(
        _ items: [BatchItem], waiting lockWait: LockWait, deciding decider: any BatchDecider
    ) async throws -> [BatchOutcome]

    /// Reads an issue's events up to a sequence, from the first.
    func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent]

    /// Reads an issue before its first event, to fold events onto.
    func unborn(_ issue: IssueID) async throws -> Issue?
}

/// How long a batch waits for issues that others hold.
package enum LockWait: Sendable {
    /// Not at all: the batch goes on without them.
    case none
    /// About a second; then the whole batch fails as `locked`.
    case brief
}
