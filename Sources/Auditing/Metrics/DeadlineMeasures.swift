import Casework
import Workflow
import WorkingTime

/// What the deadlines of one issue contribute.
struct DeadlineMeasures {
    let record: FoldedRecord
    let month: AuditMonth
    let calendars: PublishedCalendars

    private var end: Instant { month.range.upperBound }

    func contributions() throws(WorldFault) -> [Contribution] {
        var parts = duePerParty(.firstReport, as: .responseRate)
        parts += duePerParty(.acknowledgement, as: .acknowledgedOnTimeRate)
        for clock in record.clocks(.resolution) {
            parts += byOriginalDeadline(clock)
            parts += try byEffectiveDeadline(clock)
        }
        return parts
    }

    private func duePerParty(_ role: ClockRole, as metric: Metric) -> [Contribution] {
        record.clocks(role).filter { month.contains($0.dueAt) }.compactMap { clock in
            let verdict = verdict(of: clock)
            guard verdict != .undecided else { return nil }
            let office = record.issue(at: clock.startedAt).attributes.office
            return .one(metric, where: verdict == .onTime, unit: clock.party, office: office)
        }
    }

    /// An acknowledgement by the alarm is late, whatever else the clock says.
    private func verdict(of clock: Clock) -> ClockVerdict {
        guard record.isClock(clock.number, kind: clock.kind, .acknowledgement), clock.isEnded
        else { return clock.verdict(asOf: end) }
        let wasAutomatic = record.steps.contains { step in
            step.roles.contains(step.event.action, as: .automaticAcknowledgement)
                && step.event.body.clocks.contains { $0.number == clock.number && $0.isEnded }
        }
        return wasAutomatic ? .late : clock.verdict(asOf: end)
    }

    private func byOriginalDeadline(_ clock: Clock) -> [Contribution] {
        guard month.contains(clock.originalDueAt) else { return [] }
        let verdict = clock.originalVerdict(asOf: end)
        guard verdict != .undecided else { return [] }
        let holder = holder(of: clock, at: clock.originalDueAt)
        return [
            .one(
                .onTimeRate, where: verdict == .onTime, unit: holder.leadUnit,
                office: holder.office),
            .one(
                .extensionRate, where: wasExtended(clock), unit: holder.leadUnit,
                office: holder.office),
        ]
    }

    private func byEffectiveDeadline(_ clock: Clock) throws(WorldFault) -> [Contribution] {
        guard month.contains(clock.dueAt) else { return [] }
        let verdict = clock.verdict(asOf: end)
        guard verdict != .undecided else { return [] }
        let holder = holder(of: clock, at: clock.dueAt)
        let (unit, office) = (holder.leadUnit, holder.office)
        var parts: [Contribution] = [
            .one(.onTimeRateEffective, where: verdict == .onTime, unit: unit, office: office),
            .one(.overdueRate, where: verdict == .late, unit: unit, office: office),
        ]
        if verdict == .late {
            let days = try clock.overdueWorkingDays(asOf: end, by: calendars)
            parts.append(
                Contribution(
                    metric: .averageOverdueWorkingDays, fraction: Fraction(days, 1), unit: unit,
                    office: office))
        }
        return parts
    }

    /// Whoever had the issue when the time ran out, or was no longer needed.
    private func holder(of clock: Clock, at due: Instant) -> Attributes {
        record.issue(at: min(due, clock.doneAt ?? due)).attributes
    }

    private func wasExtended(_ clock: Clock) -> Bool {
        record.steps.contains { step in
            step.increased(CounterRole.extensions)
                && step.changedClocks.contains {
                    $0.after.number == clock.number && $0.after.dueAt != $0.before.dueAt
                }
        }
    }
}
