package import Casework

/// What a command came to: its event, and the issue as that event left it.
package struct ActionOutcome: Sendable {
    package let event: IssueEvent
    package let after: Issue
    /// True where an earlier request with the same key did it.
    package let isReplay: Bool
    package let newIssues: [Issue]
}

/// What came of a filing.
package enum FilingOutcome: Sendable {
    case filed(FiledCase, [Decision.NewIssue])
    /// The same filing was made before under the same key.
    case replay(CaseID)
}
