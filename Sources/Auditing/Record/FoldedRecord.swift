package import Casework
package import Workflow
import WorkingTime

/// An issue as it stood at the end of the month, and how it came to that.
///
/// Invariant: no event at or after the month's end is in it.
package struct FoldedRecord: Sendable {
    package let recorded: RecordedIssue
    /// The version that it ran on at the end of the month.
    package let definition: WorkflowDefinition
    /// Every version that it ran on until then, the last first.
    private let versions: [WorkflowDefinition]
    /// What the names mean in the versions that it ran on until then.
    let roles: WorkflowRoles
    /// Ordered by sequence.
    package let steps: [HistoryStep]
    /// As the steps leave it.
    package let issue: Issue

    /// Folds the events up to the month's end.
    ///
    /// - Throws: `WorldFault` where the workflow of the issue is not published.
    package init(
        _ recorded: RecordedIssue, month: AuditMonth, world: World
    ) throws(WorldFault) {
        self.recorded = recorded
        var steps: [(event: IssueEvent, before: Issue, after: Issue)] = []
        var current = Issue(unbornLike: recorded.issue)
        current.workflow =
            recorded.events.lazy.compactMap(\.body.move).first?.from ?? recorded.issue.workflow
        var passed = [current.workflow]
        for event in recorded.events.prefix(while: { $0.at < month.range.upperBound }) {
            var after = current
            after.apply(event)
            steps.append((event, current, after))
            current = after
            if let move = event.body.move { passed.insert(move.to, at: 0) }
        }
        let versions = passed.compactMap { world.workflow($0)?.definition }
        let roles = versions.map(\.roles).reduce(WorkflowRoles()) { $1.joined(with: $0) }
        self.steps = steps.map {
            HistoryStep(event: $0.event, before: $0.before, after: $0.after, roles: roles)
        }
        self.roles = roles
        self.versions = versions
        issue = current
        guard let newest = world.workflow(current.workflow) else {
            throw WorldFault("the workflow version \(current.workflow) is not published")
        }
        definition = newest.definition
    }

    /// False where the issue was filed after the month's end.
    package var isBorn: Bool { !steps.isEmpty }

    /// Every mark that was passed, in the order of the events.
    package var passedMarks: [PassedMark] { steps.flatMap(\.passedMarks) }

    func steps(in month: AuditMonth) -> some Sequence<HistoryStep> {
        steps.lazy.filter { month.contains($0.event.at) }
    }

    func clocks(_ role: ClockRole) -> [Clock] {
        issue.clocks.filter { roles.contains($0.kind, as: role) }
    }

    func count(_ role: CounterRole) -> Int { issue.attributes.count(role, in: roles) }

    /// True once somebody of the administration took the issue up. Term: 受理.
    var wasAccepted: Bool {
        steps.contains { step in
            state(step.event.to).map { [.active, .waiting].contains($0.kind) } ?? false
        }
    }

    /// The issue as it stood at an instant, the events of that instant included.
    func issue(at instant: Instant) -> Issue {
        steps.last { $0.event.at <= instant }?.after ?? steps.first?.before ?? issue
    }

    func isOpen(_ state: String) -> Bool {
        state != StateDefinition.unborn && self.state(state)?.isOpen ?? true
    }

    private func state(_ name: String) -> StateDefinition? {
        versions.lazy.compactMap { $0.state(name) }.first
    }
}
