import AuditSamples
import Auditing
import Casework
import Exports
import Foundation
import WorkingTime

/// Exports histories into a directory of its own, which goes when the test is over.
struct SampleExport: ~Copyable {
    let home = FileManager.default.temporaryDirectory
        .appendingPathComponent("export-\(UUID().uuidString)")
    var directory: URL { home.appendingPathComponent("month") }

    deinit {
        do {
            try FileManager.default.removeItem(at: home)
        } catch {
            // Nothing was written.
        }
    }

    @discardableResult
    func write(
        _ histories: [SampleHistory], isSimulated: Bool = false,
        existing: MonthExport.Existing = .refused, month: String = "2026-10",
        until: Instant? = nil
    ) throws -> ExportManifest {
        var export = try begin(
            histories, isSimulated: isSimulated, existing: existing, month: month, until: until)
        for history in histories { try export.export.add(history.recorded) }
        return try export.export.finish(export.figures)
    }

    struct Begun: ~Copyable {
        var export: MonthExport
        let figures: [MetricValue]
    }

    /// Opens the files and writes no row yet.
    func begin(
        _ histories: [SampleHistory], isSimulated: Bool = false,
        existing: MonthExport.Existing = .refused, month: String = "2026-10",
        until: Instant? = nil
    ) throws -> Begun {
        var audit = MonthlyAudit(
            month: try SampleWorld.month(month, until: until), world: try SampleWorld.make())
        for history in histories { try audit.add(history.recorded) }
        return Begun(
            export: try MonthExport(
                directory: directory, audit: audit, isSimulated: isSimulated, tool: "zhuqid 1",
                existing: existing),
            figures: audit.metrics())
    }

    func text(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: directory.appendingPathComponent(name)), as: UTF8.self)
    }

    /// The cells of a table by column, without quotes; its heading is left out.
    func rows(_ name: String) throws -> [[String: String]] {
        let lines = try text(name).split(separator: "\r\n").map(Self.cells)
        let names = lines[0].map { $0.split(separator: " ").last.map(String.init) ?? "" }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// What stands beside the folder, which it may leave behind.
    func besides() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home.path).filter { $0 != "month" }
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    }
}
