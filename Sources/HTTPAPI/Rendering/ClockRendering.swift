import APIModel
import Casework
import Workflow
import WorkingTime

extension Viewer {
    func clock(
        _ clock: Clock, of workflow: WorkflowDefinition?, _ zone: ZoneTable, amberPercent: Int
    ) -> ClockAnswer {
        ClockAnswer(
            number: clock.number, kind: clock.kind,
            label: workflow?.clock(clock.kind).map { label($0.label) }
                ?? LabelAnswer(zh: clock.kind, en: clock.kind),
            cycle: clock.cycle, party: unit(clock.party), step: clock.step,
            limit: clock.limit.description,
            status: clock.status.rawValue, startedAt: time(clock.startedAt, zone),
            originalDueAt: time(clock.originalDueAt, zone), dueAt: time(clock.dueAt, zone),
            isProvisional: clock.isProvisional, endedAt: clock.endedAt.map { time($0, zone) },
            breachedAt: clock.breachedAt.map { time($0, zone) },
            signal: now.flatMap { signal(of: clock, at: $0, amberPercent) },
            remainingWorkingSeconds: now.flatMap { remaining(of: clock, at: $0) })
    }

    /// Green, amber or red; nil where the clock stands still or has ended.
    func signal(of clock: Clock, at now: Instant, _ amberPercent: Int) -> String? {
        guard clock.status == .running else { return nil }
        if now > clock.dueAt || clock.breachedAt != nil { return "red" }
        guard let calendar = world.calendar(of: clock) else { return "green" }
        let amberAt = calendar.instant(
            percent: amberPercent, from: clock.startedAt, to: clock.dueAt, pauses: clock.pauses)
        return now >= amberAt ? "amber" : "green"
    }

    private func remaining(of clock: Clock, at now: Instant) -> Int64? {
        guard clock.status == .running, let calendar = world.calendar(of: clock) else { return nil }
        return now <= clock.dueAt
            ? calendar.workingSeconds(from: now, to: clock.dueAt)
            : -calendar.workingSeconds(from: clock.dueAt, to: now)
    }
}
