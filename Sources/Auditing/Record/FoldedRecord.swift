package import Casework
package import Workflow
import WorkingTime

/// An issue as it stood at the end of the month, and how it came to that.
///
/// Invariant: no event at or after the month's end is in it.
package struct FoldedRecord: Sendable {
    package let recorded: RecordedIssue
    /// Ordered by sequence.
    package let steps: [HistoryStep]
    /// As the steps leave it.
    package let issue: Issue
    /// The version that it ran on at the end of the month.
    private let version: RecordedVersion
    /// The steps by which it went over to another version.
    private let moves: [HistoryStep]
    /// The versions of clocks that were started under an earlier one, by their numbers.
    private let startedUnder: [Int: RecordedVersion]

    /// Folds the events up to the month's end.
    ///
    /// - Throws: `WorldFault` where a version that the issue ran on is not published.
    package init(
        _ recorded: RecordedIssue, month: AuditMonth, definitions: PublishedDefinitions
    ) throws(WorldFault) {
        var current = Issue(unbornLike: recorded.issue)
        current.workflow =
            recorded.events.lazy.compactMap(\.body.move).first?.from ?? recorded.issue.workflow
        var version = try Self.version(current.workflow, in: definitions)
        var (steps, moves): ([HistoryStep], [HistoryStep]) = ([], [])
        var startedUnder: [Int: RecordedVersion] = [:]
        for event in recorded.events.prefix(while: { $0.at < month.range.upperBound }) {
            let (before, left) = (current, version)
            current.apply(event)
            if current.workflow != before.workflow {
                version = try Self.version(current.workflow, in: definitions)
                for clock in before.clocks where startedUnder[clock.number] == nil {
                    startedUnder[clock.number] = left
                }
            }
            let step = HistoryStep(
                event: event, before: before, after: current, versionBefore: left,
                version: version)
            steps.append(step)
            if left !== version { moves.append(step) }
        }
        self.recorded = recorded
        self.steps = steps
        self.moves = moves
        self.startedUnder = startedUnder
        self.version = version
        issue = current
    }

    private static func version(
        _ id: WorkflowVersionID, in definitions: PublishedDefinitions
    ) throws(WorldFault) -> RecordedVersion {
        guard let published = definitions.workflow(id) else {
            throw WorldFault("the workflow version \(id) is not published")
        }
        return RecordedVersion(published.definition)
    }

    package var definition: WorkflowDefinition { version.definition }

    /// False where the issue was filed after the month's end.
    package var isBorn: Bool { !steps.isEmpty }

    /// Every mark that was passed, in the order of the events.
    package var passedMarks: [PassedMark] { steps.flatMap(\.passedMarks) }

    func steps(in month: AuditMonth) -> some Sequence<HistoryStep> {
        steps.lazy.filter { month.contains($0.event.at) }
    }

    /// Tells whether the state that the issue is in is one of these.
    func stands(as role: StateRole) -> Bool { version.roles.contains(issue.state, as: role) }

    /// True once somebody of the administration took the issue up. Term: 受理.
    var wasAccepted: Bool { steps.contains { $0.version.isAccepted($0.event.to) } }

    /// The issue as it stood at an instant, the events of that instant included.
    func issue(at instant: Instant) -> Issue {
        steps.last { $0.event.at <= instant }?.after ?? steps.first?.before ?? issue
    }
}

/// What an issue brought along from one version to the next.
extension FoldedRecord {
    func clocks(_ role: ClockRole) -> [Clock] {
        issue.clocks.filter { isClock($0.number, kind: $0.kind, role) }
    }

    /// A clock is what the version says of it under which it was started.
    func isClock(_ number: Int, kind: String, _ role: ClockRole) -> Bool {
        (startedUnder[number] ?? version).roles.contains(kind, as: role)
    }

    /// How often each version counted it, all together.
    func count(_ role: CounterRole) -> Int {
        moves.reduce(issue.attributes.count(role, in: version.roles)) { sum, move in
            sum + move.before.attributes.count(role, in: move.versionBefore.roles)
                - move.before.attributes.count(role, in: move.version.roles)
        }
    }

    /// What an attribute holds after a step, and what values meant when it was given.
    func value(
        of attribute: Attribute, after index: Int
    ) -> (text: String, roles: WorkflowRoles)? {
        guard let text = steps[index].after.attributes.text(attribute),
            let giving = steps[...index].last(where: {
                $0.event.body.set.attributes[attribute] != nil
            })
        else { return nil }
        return (text, giving.roles)
    }
}
