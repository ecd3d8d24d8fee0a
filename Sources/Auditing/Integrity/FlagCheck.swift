package import Casework
import Workflow
import WorkingTime

/// Asks what does not look right about one issue in one month.
package struct FlagCheck: Sendable {
    static let hastyAnswerInSeconds: Int64 = 600
    static let lastHourInSeconds: Int64 = 3600

    let record: FoldedRecord
    let month: AuditMonth
    let patterns: MonthPatterns
    let directory: Directory
    let calendars: PublishedCalendars

    package init(
        record: FoldedRecord, month: AuditMonth, patterns: MonthPatterns, directory: Directory,
        calendars: PublishedCalendars
    ) {
        self.record = record
        self.month = month
        self.patterns = patterns
        self.directory = directory
        self.calendars = calendars
    }

    /// Lists what was found, in the order of `IntegrityFlag`.
    package func flags() -> [IntegrityFlag] {
        let found = Set(record.steps(in: month).flatMap(flags))
        return IntegrityFlag.allCases.filter(found.contains)
    }

    private func flags(_ step: HistoryStep) -> [IntegrityFlag] {
        var found: [IntegrityFlag] = []
        if step.isClosing { found += closingFlags(step) }
        if endsAtDeadline(step) { found.append(.endedElsewhereAtDeadline) }
        if let reply = step.reply {
            if patterns.isRepeated(reply) { found.append(.repeatedReply) }
            if isHasty(step) { found.append(.answeredWithinMinutes) }
        }
        if step.evaluation != nil, isByThoseInvolved(step) { found.append(.evaluatorIsInvolved) }
        if let adoption = step.event.body.adoption {
            if !adoption.moved.isEmpty { found.append(.deadlineMovedByCalendar) }
        } else if step.changedClocks.contains(where: { movedAfterPassing($0, at: step.event.at) }) {
            found.append(.deadlineChangedAfterPassing)
        }
        return found
    }

    private func closingFlags(_ step: HistoryStep) -> [IntegrityFlag] {
        var found: [IntegrityFlag] = []
        if !hasEvidence(before: step) { found.append(.closedWithoutEvidence) }
        if let person = step.event.by.person, patterns.isBulk(person, at: step.event.at) {
            found.append(.closedInBulk)
        }
        if step.event.at >= month.closesAt.adding(seconds: -Self.lastHourInSeconds) {
            found.append(.closedInLastHour)
        }
        return found
    }

    /// Evidence of the administration since the issue last came back; the enterprise's own is none.
    private func hasEvidence(before closing: HistoryStep) -> Bool {
        let earlier = earlierSteps(than: closing)
        let start = earlier.lastIndex { $0.increased(.recurrences) } ?? earlier.startIndex
        return (earlier[start...] + [closing]).contains { step in
            step.event.by.role != .enterprise
                && (step.roles.fields[.proof] ?? []).contains { name in
                    let value = step.event.body.fields[name]
                    return value?.list?.isEmpty == false || value?.text?.isEmpty == false
                }
        }
    }

    /// Answered sooner than anything can be done about it.
    private func isHasty(_ answer: HistoryStep) -> Bool {
        earlierSteps(than: answer)
            .last { $0.roles.contains($0.event.action, as: ActionRole.acknowledgement) }
            .map {
                answer.event.at <= $0.event.at.adding(seconds: Self.hastyAnswerInSeconds)
            } ?? false
    }

    /// A pause that began before the deadline moves it rightly, even if it ends after it.
    private func movedAfterPassing(
        _ change: (before: Clock, after: Clock), at instant: Instant
    ) -> Bool {
        guard change.before.dueAt != change.after.dueAt else { return false }
        if change.before.status == .paused, let pause = change.before.pauses.last {
            return pause.from > change.before.dueAt
        }
        return instant > change.before.dueAt
    }

    /// Handled in another issue from a working day before the deadline on, up to one after it.
    private func endsAtDeadline(_ step: HistoryStep) -> Bool {
        guard step.roles.contains(step.event.to, as: StateRole.handledElsewhere),
            step.event.from != step.event.to
        else { return false }
        return step.before.liveClocks.contains { clock in
            guard clock.status == .running,
                record.isClock(clock.number, kind: clock.kind, .resolution),
                let calendar = calendars.calendar(of: clock)
            else {
                return false
            }
            let (first, last) = (min(clock.dueAt, step.event.at), max(clock.dueAt, step.event.at))
            do throws(WorkingTimeRefusal) {
                return last
                    <= (try calendar.deadline(
                        from: first, limit: TimeLimit(value: 1, unit: .workingDays)
                    ).at)
            } catch {
                return false
            }
        }
    }

    func earlierSteps(than step: HistoryStep) -> ArraySlice<HistoryStep> {
        record.steps.prefix { $0.event.sequence < step.event.sequence }
    }
}
