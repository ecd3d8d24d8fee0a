package import Auditing
import Casework
package import Foundation
import WorkingTime

/// Writes a month as CSV files and a manifest, issue by issue.
///
/// Term: 月度审计导出. Shape: `issues`, `clocks`, `events` and `metrics` as CSV for Excel, WPS and
/// programs, `events.ndjson` for those who recompute, and `manifest.json`. Memory grows with the number
/// of confidential issues alone.
package struct MonthExport: ~Copyable {
    /// Says what becomes of files from an earlier export that hold something else.
    package enum Existing: Sendable {
        case refused, overwritten
    }

    private let month: AuditMonth
    private let world: World
    private let patterns: MonthPatterns
    private let origin: Origin
    private let notice: ProvisionalNotice?
    private let tool: String
    private let existing: Existing
    private var files: ExportFiles
    /// They come last, by number: beside the other issues of their case they would be known.
    private var confidential: [IssueLines] = []

    /// Opens the files and writes their headings.
    ///
    /// - Parameters:
    ///   - audit: has seen every issue of the month already: some flags take them all.
    ///   - tool: the name and version of the program.
    /// - Throws: `ExportFault.unusableDirectory`, `.unwritable`.
    package init(
        directory: URL, audit: MonthlyAudit, isSimulated: Bool, tool: String,
        existing: Existing = .refused
    ) throws(ExportFault) {
        let origin = Origin(
            world: isSimulated ? .simulated : .record, isProvisional: !audit.month.isComplete)
        let notice = origin.isProvisional ? ProvisionalNotice(audit.month) : nil
        var files = try ExportFiles(in: directory, origin: origin)
        try files.issues.write(head: LedgerTable.table.head(below: notice?.line))
        try files.clocks.write(head: ClockTable.table.head(below: notice?.line))
        try files.events.write(head: EventTable.table.head(below: notice?.line))
        try files.metrics.write(head: MetricTable.table.head(below: notice?.line))
        if let notice { try files.exactEvents.write(head: notice.object) }
        self.notice = notice
        self.files = files
        self.origin = origin
        self.tool = tool
        self.existing = existing
        month = audit.month
        world = audit.world
        patterns = audit.monthPatterns()
    }

    /// Writes the rows of one issue; one that does not belong to the month has none.
    ///
    /// - Throws: `ExportFault.unwrittenMark` where the record is not settled up to the month's end.
    package mutating func add(_ recorded: RecordedIssue) throws(ExportFault) {
        try refuseOtherBirth(of: recorded)
        guard let row = try row(recorded) else { return }
        try refuseUnwrittenMark(of: row.record)
        let lines = try lines(row)
        if row.redaction.isConfidential {
            confidential.append(lines)
        } else {
            try write(lines)
        }
    }

    /// Writes the figures and the manifest, then gives the folder its name. Before that nothing is there.
    ///
    /// - Throws: `ExportFault.differsFromExisting`, `.holdsOther`, `.unwritable`.
    package mutating func finish(
        _ figures: [MetricValue]
    ) throws(ExportFault) -> ExportManifest {
        for lines in confidential.sorted(by: { $0.number < $1.number }) { try write(lines) }
        for figure in figures {
            let name = Wording.group(figure.group, in: world.directory, of: month)
            let row = MetricTable.Row(figure: figure, groupName: name, origin: origin)
            try files.metrics.write(MetricTable.table.line(row))
        }
        let manifest = ExportManifest(
            month: month, origin: origin, tool: tool,
            files: try files.complete())
        try files.publish(manifest, over: existing)
        return manifest
    }
}

extension MonthExport {
    private func row(_ recorded: RecordedIssue) throws(ExportFault) -> LedgerRow? {
        do throws(WorldFault) {
            let record = try FoldedRecord(
                recorded, month: month, definitions: world.definitions)
            guard record.belongs(to: month) else { return nil }
            let flags = FlagCheck(
                record: record, month: month, patterns: patterns, directory: world.directory,
                calendars: world.calendars
            ).flags()
            return try LedgerRow(record, flags: flags, month: month, world: world)
        } catch {
            throw .world(error)
        }
    }

    private func lines(_ row: LedgerRow) throws(ExportFault) -> IssueLines {
        do throws(WorldFault) {
            return try IssueLines(row, month: month, calendars: world.calendars)
        } catch {
            throw .world(error)
        }
    }

    private mutating func write(_ lines: IssueLines) throws(ExportFault) {
        try files.issues.write(lines.issue)
        for line in lines.clocks { try files.clocks.write(line) }
        for line in lines.events { try files.events.write(line) }
        for line in lines.exactEvents { try files.exactEvents.write(line) }
    }

    /// Whoever moves the instant of an issue's birth could take it out of its month.
    private func refuseOtherBirth(of recorded: RecordedIssue) throws(ExportFault) {
        guard let first = recorded.events.first, first.at != recorded.issue.createdAt else {
            return
        }
        throw .bornOtherwise(issue: recorded.issue.number)
    }

    private func refuseUnwrittenMark(of record: FoldedRecord) throws(ExportFault) {
        guard let mark = record.unwrittenMark(in: month) else { return }
        throw .unwrittenMark(
            issue: record.issue.number, mark: "\(mark.kind) \(mark.name)",
            at: LocalTime(zone: month.zone).text(mark.at))
    }
}
