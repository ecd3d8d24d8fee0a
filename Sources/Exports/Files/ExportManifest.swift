import Auditing
import Casework
import Foundation
package import WorkingTime

/// Lists what an export consists of, so that a missing or changed file is noticed.
///
/// Shape: `manifest.json`, keys sorted. It holds no time of its own making: the same record gives
/// the same bytes.
package struct ExportManifest: Hashable, Sendable, Codable {
    package struct File: Hashable, Sendable, Codable {
        package let name: String
        /// Rows below the heading.
        package let rowCount: Int
        package let sha256: String
    }

    package let format: String
    package let tool: String
    package let origin: Origin.World
    package let isSimulated: Bool
    package let month: CalendarMonth
    package let zone: String
    package let from: Instant
    /// Where the record was cut off; the month's end where the month is complete.
    package let until: Instant
    package let isComplete: Bool
    /// True where the month was not over.
    package let isProvisional: Bool
    /// Ordered by name.
    package let files: [File]

    init(month: AuditMonth, origin: Origin, tool: String, files: [File]) {
        format = "zhuqi.export.2"
        self.tool = tool
        self.origin = origin.world
        isSimulated = origin.world == .simulated
        self.month = month.month
        zone = month.zone.identifier
        from = month.range.lowerBound
        until = month.range.upperBound
        isComplete = month.isComplete
        isProvisional = origin.isProvisional
        self.files = files.sorted { $0.name < $1.name }
    }

    func encoded() throws(ExportFault) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        } catch {
            throw .world(WorldFault("the manifest can't be written: \(error)"))
        }
    }
}
