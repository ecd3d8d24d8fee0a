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
    ///
    /// - Parameter headCount: how many lines stand above the rows of each, those of
    ///   `events.ndjson` being one less: it has no heading.
    mutating func complete(headCount: Int) throws(ExportFault) -> [ExportManifest.File] {
        [
            try issues.complete(headCount: headCount), try clocks.complete(headCount: headCount),
            try events.complete(headCount: headCount),
            try exactEvents.complete(headCount: headCount - 1),
            try metrics.complete(headCount: headCount),
        ]
    }

    /// Writes the manifest and gives the folder its name.
    mutating func publish(
        _ manifest: ExportManifest, over existing: MonthExport.Existing
    ) throws(ExportFault) {
        try self.manifest.write(try manifest.encoded())
        _ = try self.manifest.complete(headCount: 0)
        try folder.publish(existing)
    }
}
