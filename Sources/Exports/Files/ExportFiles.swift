import Foundation

/// The files of one export, which appear together or not at all.
struct ExportFiles: ~Copyable {
    var issues: PendingFile
    var clocks: PendingFile
    var events: PendingFile
    var metrics: PendingFile
    var manifest: PendingFile

    init(in directory: URL, origin: Origin) throws(ExportFault) {
        try Self.make(directory)
        let issues = try PendingFile(origin.fileName("issues", "csv"), in: directory)
        let clocks = try PendingFile(origin.fileName("clocks", "csv"), in: directory)
        let events = try PendingFile(origin.fileName("events", "csv"), in: directory)
        let metrics = try PendingFile(origin.fileName("metrics", "csv"), in: directory)
        let manifest = try PendingFile(origin.fileName("manifest", "json"), in: directory)
        self.issues = issues
        self.clocks = clocks
        self.events = events
        self.metrics = metrics
        self.manifest = manifest
    }

    /// Brings the tables to disk and describes them.
    mutating func complete() throws(ExportFault) -> [ExportManifest.File] {
        [
            try issues.complete(), try clocks.complete(), try events.complete(),
            try metrics.complete(),
        ]
    }

    /// - Throws: `ExportFault.differsFromExisting` where one of the names is taken.
    func refuseOthers() throws(ExportFault) {
        try issues.refuseOther()
        try clocks.refuseOther()
        try events.refuseOther()
        try metrics.refuseOther()
        try manifest.refuseOther()
    }

    /// Gives all files their names, the manifest last.
    func publish() throws(ExportFault) {
        try issues.publish()
        try clocks.publish()
        try events.publish()
        try metrics.publish()
        try manifest.publish()
    }

    func discard() throws(ExportFault) {
        try issues.discard()
        try clocks.discard()
        try events.discard()
        try metrics.discard()
        try manifest.discard()
    }

    private static func make(_ directory: URL) throws(ExportFault) {
        do {
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: true)
        } catch {
            throw .unusableDirectory(path: directory.path, reason: "\(error)")
        }
    }
}
