package import Casework
import Engine
import Store
import WorkingTime

extension ActOnIssues {
    /// Decides what an action would come to now, and writes nothing. New issues have no ids yet.
    ///
    /// - Throws: what the action itself would be refused with.
    package func preview(
        _ intent: Intent, on reference: IssueReference, by principal: Principal,
        expecting expected: Command.ExpectedVersion
    ) async throws -> Done {
        let now = gateway.time.now
        let world = gateway.world.value
        var issue = try await find.issue(
            reference, for: Asker(principal, world: world, now: now))
        let (intent, sentAt) = try await understood(
            intent, on: .id(issue.id), by: principal, at: now)
        let command = Command(
            issue: .id(issue.id),
            intent: .act(action: intent.action, comment: intent.comment, fields: intent.fields),
            principal: principal, expected: expected,
            key: CommandKey(deriving: [principal.keySpace, "preview"]), requestDigest: [],
            receivedAt: now)
        let decider = Decider(world: world)
        let needs = decider.needs(of: command)
        if !needs.readsEndedClocks { issue.clocks = issue.liveClocks }
        let named = try await issues.issueIDs(numbers: needs.named).values.sorted()
        let loaded = LoadedIssue(
            issue: issue, drawnIDs: (0..<needs.newIssueCount).map { IssueID(-1 - Int64($0)) },
            named: try await issues.issues(named))
        switch decider.decide(command, on: loaded) {
        case .decided(let decision): return try done(decision)
        case .refused(let refusal): throw refusal.sent(at: sentAt)
        case .failed(let fault): throw EngineFailure.fault(fault.description)
        case .nothing, .replay: throw EngineFailure.fault("a preview without an event")
        }
    }

    private func done(_ decision: Decision) throws -> Done {
        guard let event = decision.events.last else {
            throw EngineFailure.fault("a decision without an event")
        }
        return Done(
            event: event, after: decision.after, isReplay: false,
            newIssues: decision.newIssues.map(\.after))
    }
}
