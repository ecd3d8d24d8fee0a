import Casework
import Languages
import Store
import Workflow
import WorkingTime

/// Finds when an action was taken on an issue before, for whoever wants to take it again.
struct EarlierTakings {
    /// How far back it is looked for, in events: what happened long ago explains no refusal.
    private static let reach = 100

    let issues: IssueRecords
    let world: World

    /// - Returns: nil where it was not taken lately.
    func last(of action: NamedAction, on reference: IssueReference) async throws -> TakenEarlier? {
        guard let issue = try await issue(reference) else { return nil }
        let recent = try await issues.events(
            of: issue.id, after: max(0, issue.sequence - Self.reach), upTo: issue.sequence,
            limit: Self.reach)
        guard let event = recent.last(where: { $0.action == action.name }) else { return nil }
        return TakenEarlier(at: zone(of: issue).words(event.at), by: author(of: event))
    }

    private func issue(_ reference: IssueReference) async throws -> Issue? {
        switch reference {
        case .id(let id): return try await issues.issues([id]).first
        case .number(let number):
            guard let id = try await issues.issueID(number: number) else { return nil }
            return try await issues.issues([id]).first
        }
    }

    private func author(of event: IssueEvent) -> Label {
        guard let person = event.by.person.flatMap(world.directory.person) else {
            return event.by.role.label
        }
        return Label(zh: person.name, en: person.name)
    }

    private func zone(of issue: Issue) -> ZoneTable {
        world.definitions.workflow(issue.workflow)
            .flatMap { world.calendars.current($0.definition.calendar) }?.zone ?? .utc
    }
}
