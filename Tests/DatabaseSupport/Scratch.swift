package import Foundation

/// Folders for the duration of one test.
package enum Scratch {
    package static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
    }

    /// Makes a folder that holds these files, empty.
    package static func files(named names: [String]) throws -> [URL] {
        let folder = try folder()
        return try names.map { name in
            let file = folder.appending(path: name)
            try Data().write(to: file)
            return file
        }
    }

    /// Makes a folder that holds these texts.
    package static func folder(holding texts: [String: String]) throws -> URL {
        let folder = try folder()
        for (name, text) in texts {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return folder
    }

    package static func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("can't remove \(folder.lastPathComponent): \(error)")
        }
    }
}
