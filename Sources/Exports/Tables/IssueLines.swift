import Auditing
import Casework

/// The lines of one issue in all files.
struct IssueLines: Sendable {
    let number: String
    let issue: String
    let clocks: [String]
    let events: [String]
    let exactEvents: [String]

    init(
        _ row: LedgerRow, month: AuditMonth, calendars: PublishedCalendars
    ) throws(WorldFault) {
        number = row.redaction.number
        issue = LedgerTable.table.line(row)
        clocks = try ClockTable.rows(
            row.record, row.redaction, month, (calendars, row.directory)
        ).map { ClockTable.table.line($0) }
        events = EventTable.rows(row.record, row.redaction, month, row.directory).map {
            EventTable.table.line($0)
        }
        var exactEvents: [String] = []
        for step in row.record.history(in: month) {
            exactEvents.append(try ExactEventLine(step, row.redaction).text())
        }
        self.exactEvents = exactEvents
    }
}
