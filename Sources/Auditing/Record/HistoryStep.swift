package import Casework
package import Languages
package import Workflow
import WorkingTime

/// One event of an issue, with the issue before and after it.
package struct HistoryStep: Sendable {
    package let event: IssueEvent
    package let before: Issue
    package let after: Issue
    /// What names meant before the event: another version only where it moved the issue.
    let versionBefore: RecordedVersion
    /// What names mean since the event.
    let version: RecordedVersion

    /// What the version said under which the event was recorded.
    var roles: WorkflowRoles { version.roles }

    /// True where the event brought the issue to an end, whichever.
    var isEnding: Bool { !version.isOpen(event.to) && versionBefore.isOpen(event.from) }

    func increased(_ role: CounterRole) -> Bool {
        after.attributes.count(role, in: roles) > before.attributes.count(role, in: roles)
    }

    func increased(_ counter: CounterName) -> Bool {
        after.attributes.count(counter) > before.attributes.count(counter)
    }

    /// True where the event closed the issue out. Term: 销号.
    var isClosing: Bool {
        roles.contains(event.to, as: StateRole.closed)
            && !versionBefore.roles.contains(event.from, as: StateRole.closed)
    }

    /// What the enterprise said, where it said something. Term: 满意度评价.
    ///
    /// Whoever evaluates sets the attribute. The validators hold that for files with roles; of versions
    /// published before, the campaigns' do so.
    var evaluation: String? {
        guard roles.contains(event.action, as: ActionRole.evaluation) else { return nil }
        return after.attributes.text(.evaluation)
            .flatMap { roles.isEvaluation($0) ? $0 : nil }
    }

    /// The reply that the event gave; nil where it gave none or kept the one before.
    var reply: String? { event.body.set.attributes[.reply]?.text }

    /// The clocks that the event changed, each with what it was before.
    var changedClocks: [(before: Clock, after: Clock)] {
        event.body.clocks.compactMap { after in
            before.clocks.first { $0.number == after.number }.map { ($0, after) }
        }
    }

    /// The marks that the event passed: each clock knew before which one would be next.
    var passedMarks: [PassedMark] {
        changedClocks.compactMap { before, after in
            guard after.passedMarks.count > before.passedMarks.count, let name = before.nextMark
            else {
                return nil
            }
            return PassedMark(
                clock: after.number, kind: after.kind, cycle: after.cycle, name: name,
                at: before.nextAlarmAt ?? event.at)
        }
    }
}

/// What people call what happened.
extension HistoryStep {
    package var actionLabel: Label? {
        AdministrativeAction.named(event.action)?.label ?? action?.label
    }

    package var fromLabel: Label? { versionBefore.definition.state(event.from)?.label }
    package var toLabel: Label? { version.definition.state(event.to)?.label }

    /// What the action asks for, in its order.
    package var fields: [FieldDefinition] { action?.fields ?? [] }

    private var action: ActionDefinition? {
        version.definition.action(event.action) ?? versionBefore.definition.action(event.action)
    }
}
