package import WorkingTime

/// What an administrator does to many issues, by no rule of their workflow. Term: 管理操作.
///
/// A further one is a type of these, its place in `AdministrativeAction.all`, and a row of
/// `workflow_action` that a migration adds with its `administrative_reach`.
package protocol AdministrativeAct: Sendable {
    static var action: AdministrativeAction { get }

    /// Tells one doing of the act from another. Commands are known by it, so it never changes.
    var keyParts: [String] { get }

    /// Does it to one issue, which its marks that passed have settled.
    ///
    /// - Returns: nil where the issue is not concerned.
    /// - Throws: `Refusal.cannotMove`; `WorldFault` where what it names is not published.
    func change(
        _ issue: Issue, _ terms: AdministrativeTerms, by decider: Decider
    ) throws -> (event: IssueEvent, after: Issue)?
}

/// In whose name, under which key and when an administrator does something to one issue.
package struct AdministrativeTerms: Sendable {
    let person: PersonID
    let key: CommandKey
    let requestDigest: [UInt8]
    let at: Instant
}

extension AdministrativeAct {
    /// Makes the command that does it to one issue. The key holds the version too: what is done, undone
    /// and done again are three commands.
    package func command(on issue: Issue, by person: PersonID, at now: Instant) -> Command {
        let parts = [Self.action.name, issue.id.description] + keyParts + ["\(issue.sequence)"]
        return Command(
            issue: .id(issue.id), intent: .administer(self, by: person), principal: .system,
            expected: .any, key: CommandKey(deriving: parts), requestDigest: [], receivedAt: now)
    }
}
