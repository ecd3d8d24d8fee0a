package import Auditing
package import Casework
package import Exports
package import Foundation
import WorkingTime

/// Writes one month as files that a stranger can recompute.
package struct ExportMonth: Sendable {
    private let record: ReadRecord
    private let world: World
    private let isSimulated: Bool
    /// The name and version of the program.
    private let tool: String

    package init(of record: ReadRecord, in world: World, isSimulated: Bool, tool: String) {
        self.record = record
        self.world = world
        self.isSimulated = isSimulated
        self.tool = tool
    }

    /// Reads the record twice: some flags take all issues, before the first is written.
    ///
    /// - Returns: the names of the files.
    package func write(
        _ month: AuditMonth, to folder: URL, existing: MonthExport.Existing
    ) async throws -> [String] {
        var audit = MonthlyAudit(month: month, world: world)
        try await record.forEach(before: month.range.upperBound) { try audit.add($0) }
        var export = try MonthExport(
            directory: folder, audit: audit, isSimulated: isSimulated, tool: tool,
            existing: existing)
        do {
            try await record.forEach(before: month.range.upperBound) { try export.add($0) }
            return try export.finish(audit.metrics()).files.map(\.name)
        } catch {
            try export.abandon()
            throw error
        }
    }
}
