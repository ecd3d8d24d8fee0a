import Foundation
import Glibc
import Languages

/// A file in the tool's own folder that only its owner may read, and that is never half written.
struct OwnFile: Sendable {
    let directory: URL
    let name: String

    var path: String { directory.appending(path: name).path(percentEncoded: false) }

    /// Nil where there is none.
    func read() throws -> Data? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try Data(contentsOf: URL(filePath: path))
    }

    func write(_ content: Data) throws(StaffError) {
        do {
            let manager = FileManager.default
            let folder = directory.path(percentEncoded: false)
            try manager.createDirectory(at: directory, withIntermediateDirectories: true)
            try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
            try replace(with: content)
        } catch {
            throw .credentials(
                Label(zh: "\(path) 无法写入：\(error)", en: "\(path) can't be written: \(error)"))
        }
    }

    /// Returns false where there was none.
    func remove() throws(StaffError) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        do {
            try FileManager.default.removeItem(atPath: path)
            return true
        } catch {
            throw .credentials(
                Label(zh: "\(path) 无法删除：\(error)", en: "\(path) can't be removed: \(error)"))
        }
    }

    /// Writes beside the file and renames.
    private func replace(with content: Data) throws {
        let fresh = directory.appending(path: "\(name).\(UUID().uuidString)")
            .path(percentEncoded: false)
        let isWritten = FileManager.default.createFile(
            atPath: fresh, contents: content, attributes: [.posixPermissions: 0o600])
        guard isWritten, rename(fresh, path) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }
}
