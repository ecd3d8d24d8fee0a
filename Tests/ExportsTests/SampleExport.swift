import AuditSamples
import Auditing
import Casework
import Exports
import Foundation

/// Exports histories into a directory of its own, which goes when the test is over.
struct SampleExport: ~Copyable {
    let directory = FileManager.default.temporaryDirectory
        .appendingPathComponent("export-\(UUID().uuidString)")

    deinit {
        do {
            try FileManager.default.removeItem(at: directory)
        } catch {
            // Nothing was written.
        }
    }

    @discardableResult
    func write(
        _ histories: [SampleHistory], isSimulated: Bool = false,
        existing: MonthExport.Existing = .refused
    ) throws -> ExportManifest {
        var audit = MonthlyAudit(month: try SampleWorld.month(), world: try SampleWorld.make())
        for history in histories { try audit.add(history.recorded) }
        var export = try MonthExport(
            directory: directory, audit: audit, isSimulated: isSimulated, tool: "zhuqid 1",
            existing: existing)
        for history in histories { try export.add(history.recorded) }
        return try export.finish(audit.metrics())
    }

    func text(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: directory.appendingPathComponent(name)), as: UTF8.self)
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    }
}
