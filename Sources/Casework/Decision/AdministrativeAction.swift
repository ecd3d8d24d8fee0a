package import Languages
import Workflow

/// How an administrative act stands in histories. No workflow may define an action of the name.
package struct AdministrativeAction: Hashable, Sendable {
    /// Stands in the record, so it never changes.
    package let name: String
    package let label: Label
    /// Goes on after "`name` is how", in what is said to whoever defines an action of the name.
    package let purpose: String

    /// Every one that there is.
    package static let all = [VersionMove.action, CalendarAdoption.action, Handover.action]

    package static func named(_ name: String) -> AdministrativeAction? {
        all.first { $0.name == name }
    }
}

extension Decider {
    /// The situation of an administrative act, whose action no workflow defines.
    func situation(
        _ action: AdministrativeAction, in workflow: PublishedWorkflow,
        _ terms: AdministrativeTerms
    ) throws(WorldFault) -> Situation {
        Situation(
            world: world, workflow: workflow, calendar: try currentCalendar(workflow.definition),
            at: terms.at, principal: .system,
            standing: Authority.Standing(role: .systemAdministrator, unit: nil),
            action: ActionDefinition(
                name: action.name, label: action.label, isAutomatic: true, rights: [],
                transitions: [], fields: [], guards: [], effects: []),
            fields: [:])
    }
}

extension Draft {
    /// Makes the event of an administrative act.
    func event(
        to state: String, _ terms: AdministrativeTerms, comment: String? = nil
    ) throws(WorldFault) -> (event: IssueEvent, after: Issue) {
        try event(
            to: state, by: Attribution(person: terms.person, role: .systemAdministrator),
            key: terms.key, requestDigest: terms.requestDigest, comment: comment, fields: [:])
    }
}
