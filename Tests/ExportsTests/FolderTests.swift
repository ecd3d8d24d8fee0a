import AuditSamples
import Auditing
import Foundation
import Languages
import Testing

@testable import Exports

/// The folder of an export appears whole or not at all.
@Suite("The folder of an export")
struct FolderTests {
    private static let manager = FileManager.default

    @Test("is not there before the export is finished, and nothing is left of one that is given up")
    func unfinished() throws {
        let export = SampleExport()
        do {
            var begun = try export.begin([])
            for history in try MonthExportTests.histories() {
                try begun.export.add(history.recorded)
            }
            #expect(!Self.manager.fileExists(atPath: export.directory.path))
            #expect(try export.besides().count == 1)
        }
        #expect(try export.besides() == [])
    }

    @Test("takes the place of an empty folder, and is content with the same content")
    func again() throws {
        let export = SampleExport()
        try Self.manager.createDirectory(at: export.directory, withIntermediateDirectories: true)
        let histories = try MonthExportTests.histories()
        let first = try export.write(histories)
        #expect(try export.write(histories) == first)
        #expect(try export.besides() == [])
    }

    @Test("is overwritten as a whole, also where the names differ")
    func overwritten() throws {
        let export = SampleExport()
        try export.write(try MonthExportTests.histories())
        try export.write([], isSimulated: true, existing: .overwritten)
        #expect(try export.names().allSatisfy { $0.contains(".SIMULATED.") })
        #expect(try export.besides() == [])
    }

    @Test("is not overwritten where it holds what no export wrote")
    func foreign() throws {
        let export = SampleExport()
        try export.write(try MonthExportTests.histories())
        let letter = export.directory.appendingPathComponent("letter.docx")
        try Data("x".utf8).write(to: letter)
        #expect(Self.code { try export.write([], existing: .overwritten) } == "EX408")
        #expect(Self.manager.fileExists(atPath: letter.path))
        #expect(try export.names().count == 7)
        #expect(try export.besides() == [])
    }

    @Test("does not follow a link that was planted in its place")
    func link() throws {
        let export = SampleExport()
        let victim = export.home.appendingPathComponent("victim")
        try Self.manager.createDirectory(at: victim, withIntermediateDirectories: true)
        try Self.manager.createSymbolicLink(at: export.directory, withDestinationURL: victim)
        for existing in [MonthExport.Existing.refused, .overwritten] {
            #expect(Self.code { try export.write([], existing: existing) } == "EX401")
        }
        #expect(try Self.manager.contentsOfDirectory(atPath: victim.path) == [])
        #expect(try export.besides() == ["victim"])
    }

    @Test("is refused where a file has its name, or where nothing may be written")
    func unusable() throws {
        let export = SampleExport()
        try Self.manager.createDirectory(at: export.home, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: export.directory)
        #expect(Self.code { try export.write([], existing: .overwritten) } == "EX401")
        #expect(try export.besides() == [])
        let fault = #expect(throws: ExportFault.self) { try Self.write(to: "/proc/month") }
        #expect(fault?.code == "EX401")
    }

    @Test("is one or the other of two that are written at once")
    func atOnce() throws {
        let export = SampleExport()
        let (many, none) = (try MonthExportTests.histories(), [SampleHistory]())
        var first = try export.begin(many)
        var second = try export.begin(none)
        for history in many { try first.export.add(history.recorded) }
        let manifest = try first.export.finish(first.figures)
        #expect(throws: ExportFault.differsFromExisting(path: export.directory.path)) {
            try second.export.finish([])
        }
        for file in manifest.files {
            #expect(try export.text(file.name).isEmpty == false)
        }
        #expect(try export.text("manifest.json").contains(manifest.files[0].sha256))
    }

    @Test("goes on where one was killed, and leaves alone what somebody still fills")
    func killed() throws {
        let export = SampleExport()
        let begun = try export.begin([])
        let alive = try export.besides()
        let dead = export.home
            .appendingPathComponent(".month.\(String(repeating: "0a", count: 16)).partial")
        try Self.manager.createDirectory(at: dead, withIntermediateDirectories: false)
        try Data("half".utf8).write(to: dead.appendingPathComponent("issues.csv"))
        try export.write([])
        #expect(try export.besides() == alive)
        _ = consume begun
    }

    @Test("tells a full disk in plain words")
    func words() throws {
        #expect(SystemFault(number: ENOSPC).label.zh == "磁盘已满")
        #expect(SystemFault(number: EACCES).label.en == "this is not allowed here")
    }

    private static func write(to path: String) throws {
        var audit = MonthlyAudit(month: try SampleWorld.month(), world: try SampleWorld.make())
        let history = try SampleHistory.closed()
        try audit.add(history.recorded)
        _ = try MonthExport(
            directory: URL(filePath: path), audit: audit, isSimulated: false, tool: "zhuqid 1")
    }

    private static func code(_ body: () throws -> ExportManifest) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? ExportFault)?.code
        }
    }
}
