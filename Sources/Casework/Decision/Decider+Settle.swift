import Workflow
package import WorkingTime

extension Decider {
    /// Turns every mark that the issue's clocks passed by an instant into an event of its own time.
    ///
    /// A late sweeper changes nothing: whoever comes first writes the same events.
    ///
    /// - Throws: `WorldFault` where the workflow or a calendar of the issue is not published; `Refusal`
    ///   where a deadline can't be computed.
    package func settle(
        _ issue: Issue, until instant: Instant
    ) throws -> (events: [IssueEvent], after: Issue) {
        var events: [IssueEvent] = []
        var current = issue
        while let clock = nextAlarm(of: current, until: instant) {
            let (event, after) = try pass(clock, of: current)
            events.append(event)
            current = after
        }
        return (events, current)
    }

    private func nextAlarm(of issue: Issue, until instant: Instant) -> Clock? {
        issue.liveClocks
            .filter { $0.nextAlarmAt.map { $0 <= instant } ?? false }
            .min { ($0.nextAlarmAt ?? instant, $0.number) < ($1.nextAlarmAt ?? instant, $1.number) }
    }

    private func pass(
        _ clock: Clock, of issue: Issue
    ) throws -> (event: IssueEvent, after: Issue) {
        let workflow = try workflow(of: issue)
        let calendar = try currentCalendar(workflow.definition)
        let marks = ClockMarks(definition: workflow.definition, calendar: calendar)
        guard let name = clock.nextMark, let alarmAt = clock.nextAlarmAt,
            let mark = marks.marks(of: clock).first(where: { $0.name == name }),
            let action = workflow.definition.action(mark.action),
            let transition = action.transitions(from: issue.state).first
        else {
            throw WorldFault("no action for mark \(clock.nextMark ?? "?") of clock \(clock.kind)")
        }
        let situation = Situation(
            world: world, workflow: workflow, calendar: calendar, at: max(alarmAt, issue.updatedAt),
            principal: .system, standing: Authority.Standing(role: .system, unit: nil),
            action: action, fields: [:],
            limitEndedAt: alarmAt < issue.createdAt ? alarmAt : nil)
        return try act(
            situation, transition, on: issue, comment: nil,
            key: .alarm(issue.id, clock: clock.number, mark: name), requestDigest: [],
            passing: (clock.number, mark))
    }
}
