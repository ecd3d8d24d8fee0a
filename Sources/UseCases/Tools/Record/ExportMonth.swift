import Auditing
package import Casework
package import Exports
package import Foundation
package import Store
package import WorkingTime

/// Writes one month as files that a stranger can recompute, all from one moment of the record.
package struct ExportMonth: Sendable {
    /// Which month is asked for.
    package struct Wish: Sendable {
        let month: CalendarMonth
        let zone: ZoneTable
        let allowsUnfinished: Bool

        /// - Parameter allowsUnfinished: true where a month that is not over is exported as far as it goes.
        package init(month: CalendarMonth, zone: ZoneTable, allowsUnfinished: Bool) {
            self.month = month
            self.zone = zone
            self.allowsUnfinished = allowsUnfinished
        }
    }

    private let snapshots: RecordSnapshots
    private let reading: any DefinitionReading
    /// The name and version of the program.
    private let tool: String

    package init(of snapshots: RecordSnapshots, by reading: any DefinitionReading, tool: String) {
        self.snapshots = snapshots
        self.reading = reading
        self.tool = tool
    }

    /// Reads the record twice: some flags take all issues, before the first is written.
    ///
    /// - Parameter wall: real time; a simulated record has its own.
    /// - Returns: the names of the files.
    /// - Throws: `ExportFault.notBegun`, `.notOver`, and what an export throws.
    package func write(
        _ wish: Wish, at wall: Instant, to folder: URL, existing: MonthExport.Existing
    ) async throws -> [String] {
        try await snapshots.run { snapshot in
            let installation = try await snapshot.installation.read()
            let month = try wish.month(at: installation.now(wall))
            let (world, catalogue) = try await LoadWorld(snapshot.publications, by: reading).load()
            let record = ReadRecord(snapshot, by: catalogue)
            var audit = MonthlyAudit(month: month, world: world)
            try await record.forEach(before: month.range.upperBound) { try audit.add($0) }
            var export = try MonthExport(
                directory: folder, audit: audit, isSimulated: installation.isSimulated,
                tool: tool, existing: existing)
            try await record.forEach(before: month.range.upperBound) { try export.add($0) }
            try Task.checkCancellation()
            return try export.finish(audit.metrics()).files.map(\.name)
        }
    }
}

extension ExportMonth.Wish {
    /// The month as far as it went.
    fileprivate func month(at now: Instant) throws(ExportFault) -> AuditMonth {
        let audited = AuditMonth(
            month: month, zone: zone, until: Instant(microseconds: now.microseconds + 1))
        if now < month.range(in: zone).lowerBound {
            throw .notBegun(
                month: "\(month)", beginsAt: words(month.range(in: zone).lowerBound))
        }
        guard audited.isComplete || allowsUnfinished else {
            throw .notOver(month: "\(month)", endsAt: words(audited.closesAt))
        }
        return audited
    }

    private func words(_ instant: Instant) -> String {
        String(instant.rfc3339(in: zone).prefix(16)).replacing("T", with: " ")
    }
}
