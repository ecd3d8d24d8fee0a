import APIModel
import Casework
import Workflow
import WorkingTime

extension Viewer {
    /// One clock of an issue, as its workflow and class have it.
    func clock(_ clock: Clock, of issue: Issue) -> ClockAnswer {
        let definition = world.definitions.workflow(issue.workflow)?.definition
        let percent =
            issue.attributes.issueClass.flatMap { definition?.issueClass($0) }?.amberPercent ?? 70
        return self.clock(clock, of: definition, zone(of: issue), amberPercent: percent)
    }

    func clock(
        _ clock: Clock, of workflow: WorkflowDefinition?, _ zone: ZoneTable, amberPercent: Int
    ) -> ClockAnswer {
        let isRight = workflow?.clock(clock.kind)?.isRight ?? false
        var answer = ClockAnswer(
            number: clock.number, kind: clock.kind,
            label: workflow?.clock(clock.kind).map { label($0.label) }
                ?? LabelAnswer(zh: clock.kind, en: clock.kind),
            cycle: clock.cycle, party: unit(clock.party), step: clock.step,
            limit: clock.limit.description,
            status: clock.status.rawValue, statusLabel: label(clock.status.label),
            startedAt: time(clock.startedAt, zone), originalDueAt: time(clock.originalDueAt, zone),
            dueAt: time(clock.dueAt, zone),
            isProvisional: clock.isProvisional, endedAt: clock.endedAt.map { time($0, zone) },
            breachedAt: clock.breachedAt.map { time($0, zone) },
            signal: isRight ? nil : now.flatMap { signal(of: clock, at: $0, amberPercent) },
            remainingWorkingSeconds: now.flatMap { remaining(of: clock, at: $0) })
        answer.calendar = "\(clock.calendar)@\(clock.calendarRevision)"
        answer.hoursOf = unit(clock.hoursOf)
        answer.pauses = clock.pauses.map { pause in
            ClockAnswer.Pause(
                from: time(pause.from, zone), until: pause.until.map { time($0, zone) })
        }
        answer.breachLiftedAt = clock.breachLiftedAt.map { time($0, zone) }
        if clock.isEnded, clock.status != .cancelled { answer.metOnTime = clock.status == .met }
        answer.metByOriginal = clock.metByOriginal
        answer.isRight = isRight ? true : nil
        let isResolution = workflow?.roles.contains(clock.kind, as: ClockRole.resolution) ?? false
        answer.isResolution = isResolution ? true : nil
        if let calendar = world.calendars.calendar(of: clock) {
            complete(&answer, clock, calendar)
        }
        return answer
    }

    /// Adds what depends on the calendar; the window of a right is never overdue.
    private func complete(
        _ answer: inout ClockAnswer, _ clock: Clock, _ calendar: WorkingCalendar
    ) {
        let running = clock.status == .running ? now : nil
        if answer.isRight != true {
            answer.overdueWorkingSeconds = clock.workingSecondsOver(on: calendar, asOf: running)
        }
        guard let running else { return }
        let left = ClockRemainder(clock: clock, calendar: calendar, now: running)
        answer.isOverdue = left.isOverdue
        answer.remainder = Remainder(left)
        answer.workingDaySeconds = calendar.ordinaryDaySeconds
    }

    /// Green, amber or red; nil where the clock stands still or has ended.
    func signal(of clock: Clock, at now: Instant, _ amberPercent: Int) -> String? {
        guard clock.status == .running else { return nil }
        if now > clock.dueAt || clock.isBreached { return "red" }
        guard let calendar = world.calendars.calendar(of: clock) else { return "green" }
        let left = ClockRemainder(clock: clock, calendar: calendar, now: now)
        return left.hasPassed(percent: amberPercent) ? "amber" : "green"
    }

    private func remaining(of clock: Clock, at now: Instant) -> Int64? {
        guard clock.status == .running, let calendar = world.calendars.calendar(of: clock) else {
            return nil
        }
        return now <= clock.dueAt
            ? calendar.workingSeconds(from: now, to: clock.dueAt)
            : -calendar.workingSeconds(from: clock.dueAt, to: now)
    }
}
