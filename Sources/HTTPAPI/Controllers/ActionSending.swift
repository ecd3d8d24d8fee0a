import APIModel
import Casework
import Engine

/// Sends what a person wants done with an issue down the command path, and words what came of it.
struct ActionSending {
    let desk: Desk
    let reader: any CaseReader

    /// What makes an action count once, and what it was decided on.
    struct Terms {
        /// The sender's key.
        let key: String
        let requestDigest: [UInt8]
        let expected: Command.ExpectedVersion
    }

    func send(
        _ wanted: ActionBody, on issue: IssueReference, by principal: Principal, _ terms: Terms
    ) async throws -> ActionOutcome {
        try await desk.act(
            Command(
                issue: issue,
                wish: .act(
                    action: wanted.action, comment: wanted.comment,
                    fields: (wanted.fields ?? [:]).mapValues(FieldValue.init)),
                principal: principal, expected: terms.expected,
                key: CommandKey(deriving: [principal.keySpace, "action", terms.key]),
                requestDigest: terms.requestDigest, receivedAt: desk.time.now))
    }

    func answer(_ outcome: ActionOutcome, _ viewer: Viewer) async throws -> ActionAnswer {
        let newIssues = try await newIssues(of: outcome)
        return ActionAnswer(
            event: viewer.event(outcome.event, of: outcome.after),
            issue: viewer.issue(outcome.after, enterprise: nil),
            newIssues: newIssues.isEmpty
                ? nil
                : newIssues.map {
                    ActionAnswer.NewIssue(
                        id: $0.id.description, number: $0.number,
                        category: $0.attributes.category, title: $0.narrative.title)
                })
    }

    /// The issues that the action brought to life; for a retry read again, as they were born.
    private func newIssues(of outcome: ActionOutcome) async throws -> [Issue] {
        guard outcome.isReplay, outcome.after.wasSplit else { return outcome.births }
        let ofCase = try await reader.issues(try await reader.issueIDs(of: outcome.after.caseID))
        var born: [(place: Int, issue: Issue)] = []
        for part in ofCase where part.isPart(of: outcome.after) {
            guard let first = try await desk.store.events(of: part.id, upTo: 1).first,
                let place = outcome.event.key.place(ofPart: first.key),
                var issue = try await desk.store.unborn(part.id)
            else { continue }
            issue.apply(first)
            born.append((place, issue))
        }
        return born.sorted { $0.place < $1.place }.map(\.issue)
    }
}
