import Workflow
import WorkingTime

/// Says which mark a clock passes next, and when.
struct ClockMarks {
    let definition: WorkflowDefinition
    let calendar: WorkingCalendar
    let issueClass: ClassDefinition?

    func marks(of kind: String) -> [MarkDefinition] {
        issueClass?.marks[kind] ?? definition.clock(kind)?.marks ?? []
    }

    /// Sets the clock's next mark and alarm from the number of marks that it passed.
    func arm(_ clock: inout Clock) throws(Refusal) {
        clock.nextMark = nil
        clock.nextAlarmAt = nil
        let marks = marks(of: clock.kind)
        guard clock.status == .running, clock.passedMarks < marks.count else { return }
        let mark = marks[clock.passedMarks]
        clock.nextMark = mark.name
        clock.nextAlarmAt = try instant(of: mark, on: clock)
    }

    private func instant(of mark: MarkDefinition, on clock: Clock) throws(Refusal) -> Instant {
        switch mark.moment {
        case .due: return clock.dueAt
        case .amber:
            return calendar.instant(
                percent: issueClass?.amberPercent ?? 70, from: clock.startedAt, to: clock.dueAt,
                pauses: clock.pauses)
        case .offset(let offset):
            do throws(WorkingTimeRefusal) {
                return try calendar.shift(clock.dueAt, by: offset)
            } catch {
                throw .outsideCalendar(error.message)
            }
        }
    }
}
