import Casework
import Workflow
import WorkingTime

/// Says which issues belong to a month.
extension FoldedRecord {
    /// True where the issue was open in the month, was acted on in it, or was due in it.
    ///
    /// The rows of the ledger.
    package func belongs(to month: AuditMonth) -> Bool {
        guard isBorn else { return false }
        return wasOpen(atStartOf: month) || steps(in: month).contains { _ in true }
            || isCounted(in: month)
    }

    /// True where a deadline of the issue or its ending lies in the month.
    ///
    /// Source: DOMAIN §9, population.
    package func isCounted(in month: AuditMonth) -> Bool {
        let isDue = clocks(.resolution).contains {
            month.contains($0.originalDueAt) || month.contains($0.dueAt)
        }
        return isDue || steps(in: month).contains(where: \.isEnding)
    }

    /// The first mark that time passed before the month's end but that no event holds yet.
    ///
    /// While there is one, a later export of the month could say something else.
    package func unwrittenMark(in month: AuditMonth) -> PassedMark? {
        issue.liveClocks.lazy.compactMap { clock in
            guard let at = clock.nextAlarmAt, at < month.range.upperBound else { return nil }
            return PassedMark(
                clock: clock.number, kind: clock.kind, cycle: clock.cycle,
                name: clock.nextMark ?? "", at: at)
        }.first
    }

    private func wasOpen(atStartOf month: AuditMonth) -> Bool {
        steps.last { $0.event.at < month.range.lowerBound }.map {
            $0.version.isOpen($0.event.to)
        } ?? false
    }
}
