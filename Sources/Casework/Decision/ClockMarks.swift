import Workflow
import WorkingTime

/// Says which mark a clock passes next, and when.
///
/// A clock keeps the marks of the class that it was started in, whatever the issue becomes.
struct ClockMarks {
    let definition: WorkflowDefinition
    let calendar: WorkingCalendar

    func marks(of clock: Clock) -> [MarkDefinition] { Self.marks(of: clock, in: definition) }

    static func marks(of clock: Clock, in definition: WorkflowDefinition) -> [MarkDefinition] {
        issueClass(of: clock, in: definition)?.marks[clock.kind]
            ?? definition.clock(clock.kind)?.marks ?? []
    }

    /// Sets the clock's next mark and alarm: the earliest of the marks that it did not pass yet.
    func arm(_ clock: inout Clock) throws(Refusal) {
        clock.nextMark = nil
        clock.nextAlarmAt = nil
        guard clock.status == .running else { return }
        for mark in marks(of: clock) where !clock.passedMarks.contains(mark.name) {
            let at = try instant(of: mark, on: clock)
            if let earliest = clock.nextAlarmAt, earliest <= at { continue }
            clock.nextMark = mark.name
            clock.nextAlarmAt = at
        }
    }

    private func issueClass(of clock: Clock) -> ClassDefinition? {
        Self.issueClass(of: clock, in: definition)
    }

    private static func issueClass(
        of clock: Clock, in definition: WorkflowDefinition
    ) -> ClassDefinition? {
        definition.issueClass(clock.issueClass ?? definition.defaultClass)
    }

    func instant(of mark: MarkDefinition, on clock: Clock) throws(Refusal) -> Instant {
        switch mark.moment {
        case .due: return clock.dueAt
        case .amber:
            return calendar.instant(
                percent: issueClass(of: clock)?.amberPercent ?? 70, from: clock.startedAt,
                to: clock.dueAt, pauses: clock.pauses)
        case .offset(let offset):
            do throws(WorkingTimeRefusal) {
                return try instant(offset, from: clock)
            } catch {
                throw .outsideCalendar(error.words)
            }
        }
    }

    /// When a clock comes to a mark if a pause that lasts is left out: what lies before the pause was
    /// reached, whatever the pause does to the rest.
    func instantAsItStood(
        of mark: MarkDefinition, on clock: Clock
    ) throws(Refusal) -> Instant {
        var stood = clock
        stood.pauses = clock.pauses.filter { $0.until != nil }
        return try instant(of: mark, on: stood)
    }

    /// Counts from the deadline; what was paused after it does not count.
    private func instant(
        _ offset: MarkOffset, from clock: Clock
    ) throws(WorkingTimeRefusal) -> Instant {
        let after = clock.pauses.filter { $0.until.map { $0 > clock.dueAt } ?? false }
        guard !offset.isBefore, !after.isEmpty else {
            return try calendar.shift(clock.dueAt, by: offset)
        }
        return try calendar.deadline(from: clock.dueAt, limit: offset.distance, pauses: after).at
    }
}
