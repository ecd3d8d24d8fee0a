import Casework
import WorkingTime

extension MassChangeReport {
    /// Adds what a decision does to the deadlines of an issue.
    ///
    /// Marks that had passed before are no part of the change: only its own event counts.
    ///
    /// - Parameter now: when it is asked what becomes overdue.
    mutating func compare(_ decision: Decision, with issue: Issue, at now: Instant) {
        guard let event = decision.events.last else { return }
        var settled = issue
        for mark in decision.events.dropLast() { settled.apply(mark) }
        for clock in event.body.clocks where clock.breachLiftedAt == nil {
            let taken = event.body.adoption?.moved.first { $0.clock == clock.number }?.inPlaceOf
            let number = taken ?? clock.number
            guard let old = settled.liveClocks.first(where: { $0.number == number }) else {
                continue
            }
            if old.isProvisional, !clock.isProvisional, !clock.isEnded { firmCount += 1 }
            guard clock.status == .cancelled || clock.dueAt != old.dueAt else { continue }
            let isEnded = clock.status == .cancelled
            let judged = clock.judgedAt(now)
            deadlines.append(
                DeadlineChange(
                    issue: issue.number, clock: clock.kind, party: clock.party, old: old.dueAt,
                    new: isEnded ? nil : clock.dueAt,
                    becomesOverdue: !isEnded && !old.isBreached && clock.dueAt < judged
                        && old.dueAt >= judged,
                    isSaved: taken != nil && !clock.isBreached))
        }
    }
}
