package import Casework
package import Store

/// Finds the issue that somebody names, where it may be seen.
package struct FindIssue: Sendable {
    private let issues: IssueRecords

    package init(records: Records) {
        issues = records.issues
    }

    /// Reads an issue; what the asker may not see does not exist for it.
    ///
    /// - Throws: `Refusal.unknownIssue`.
    package func issue(
        _ reference: IssueReference, for asker: Asker
    ) async throws -> Issue {
        guard let id = try await id(of: reference),
            let issue = try await issues.issues([id]).first, asker.sees(issue)
        else { throw Refusal.unknownIssue }
        return issue
    }

    private func id(of reference: IssueReference) async throws -> IssueID? {
        switch reference {
        case .id(let id): id
        case .number(let number): try await issues.issueID(number: number)
        }
    }
}
