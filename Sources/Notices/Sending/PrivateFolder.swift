import Engine
import Foundation

/// A folder that only this process's user may read.
struct PrivateFolder: Sendable {
    let path: URL

    /// Makes a folder of its own.
    init() throws {
        self.init(at: FileManager.default.temporaryDirectory.appending(path: "zhuqi-\(UUID())"))
        try FileManager.default.createDirectory(
            at: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
    }

    /// Takes one that is there.
    init(at path: URL) {
        self.path = path
    }

    /// - Returns: the path of the file.
    func write(_ text: String, as name: String) throws -> String {
        let file = path.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Removes it with what it holds. What can't be removed now is no reason to do again what it was
    /// made for: the log tells operators that personal data stayed, and where, but none of them.
    func remove(telling observer: any Observer) {
        do {
            try FileManager.default.removeItem(at: path)
        } catch {
            observer.note(
                .letterLeft(folder: path.path, reason: "\((error as NSError).code)"))
        }
    }
}
