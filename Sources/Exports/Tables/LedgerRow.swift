import Auditing
import Casework
import Workflow
import WorkingTime

/// One issue in the ledger, with what its cells look up.
struct LedgerRow: Sendable {
    let record: FoldedRecord
    let flags: [IntegrityFlag]
    let overdueWorkingDays: Int
    let directory: Directory
    let month: AuditMonth
    let redaction: IssueRedaction

    init(
        _ record: FoldedRecord, flags: [IntegrityFlag], month: AuditMonth, world: World
    ) throws(WorldFault) {
        self.record = record
        self.flags = flags
        self.month = month
        directory = world.directory
        redaction = IssueRedaction(record, zone: month.zone)
        overdueWorkingDays =
            try record.resolveClock?.overdueWorkingDays(
                asOf: month.range.upperBound, by: world.calendars) ?? 0
    }

    var issue: Issue { record.issue }
    var attributes: Attributes { record.issue.attributes }
    var clock: Clock? { record.resolveClock }
    var time: LocalTime { redaction.time }

    /// What a unit was called when the month ended.
    func unitName(_ code: String) -> String { Wording.unit(code, in: directory, of: month) }
}
