import Foundation

/// Makes folders that a test may fill.
enum Scratch {
    static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-test-\(UUID().uuidString.lowercased().prefix(13))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    static func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path) (\(error))")
        }
    }

    /// Opens a file to be added to; it is made where it is missing.
    static func writing(to file: URL) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        return handle
    }
}
