import Foundation

/// The files of one export, which appear together or not at all.
struct ExportFiles: ~Copyable {
    private var folder: PendingFolder
    var issues: PendingFile
    var clocks: PendingFile
    var events: PendingFile
    var exactEvents: PendingFile
    var metrics: PendingFile
    private var manifest: PendingFile

    init(in directory: URL, origin: Origin) throws(ExportFault) {
        var folder = try PendingFolder(at: directory)
        let issues = try folder.file(origin.fileName("issues", "csv"))
        let clocks = try folder.file(origin.fileName("clocks", "csv"))
        let events = try folder.file(origin.fileName("events", "csv"))
        let exactEvents = try folder.file(origin.fileName("events", "ndjson"))
        let metrics = try folder.file(origin.fileName("metrics", "csv"))
        let manifest = try folder.file(origin.fileName("manifest", "json"))
        self.folder = folder
        self.issues = issues
        self.clocks = clocks
        self.events = events
        self.exactEvents = exactEvents
        self.metrics = metrics
        self.manifest = manifest
    }

    /// Brings the tables to disk and describes them.
    mutating func complete() throws(ExportFault) -> [ExportManifest.File] {
        [
            try issues.complete(), try clocks.complete(), try events.complete(),
            try exactEvents.complete(), try metrics.complete(),
        ]
    }

    /// Writes the manifest and gives the folder its name.
    mutating func publish(
        _ manifest: ExportManifest, over existing: MonthExport.Existing
    ) throws(ExportFault) {
        try self.manifest.write(head: try manifest.encoded())
        _ = try self.manifest.complete()
        try folder.publish(existing)
    }
}
