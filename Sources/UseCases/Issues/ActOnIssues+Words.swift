import Casework
import Engine
import WorkingTime

extension ActOnIssues {
    /// Takes words as the identifiers that they stand for. Only where some are sent is the issue read
    /// beforehand; the key goes by what was sent, so a retry is one whatever a word means by then.
    func understood(
        _ intent: Intent, on reference: IssueReference, by principal: Principal, at now: Instant
    ) async throws -> (Intent, sentAt: [String: String]) {
        let world = gateway.world.value
        let action = world.action(called: intent.action)
        if world.knows(action: action), world.areIdentifiers(intent.fields, ofAction: action) {
            return (intent.with(action: action, intent.fields), [:])
        }
        let asker = Asker(principal, world: world, now: now)
        do {
            let issue = try await find.issue(reference, for: asker)
            let action = world.action(meantBy: action, on: issue)
            let understood = world.understood(
                intent.fields, ofAction: action, on: issue, at: now)
            return (intent.with(action: action, understood.values), understood.sentAt)
        } catch Refusal.unknownIssue {
            return (intent, [:])
        }
    }
}
