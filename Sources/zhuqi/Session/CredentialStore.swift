import Foundation
import Languages

/// Keeps the credentials of the last login in a file that only its owner may read.
struct CredentialStore: Sendable {
    let directory: URL

    private var file: URL { directory.appending(path: "credentials.json") }

    /// Returns nil before the first login.
    func load() throws(StaffError) -> Credentials? {
        guard FileManager.default.fileExists(atPath: file.path()) else { return nil }
        do {
            return try JSONDecoder().decode(Credentials.self, from: Data(contentsOf: file))
        } catch {
            throw .credentials(
                Label(
                    zh: "\(file.path()) 无法读取；请重新运行 zhuqi login",
                    en: "\(file.path()) can't be read; sign in again with zhuqi login"))
        }
    }

    func save(_ credentials: Credentials) throws(StaffError) {
        do {
            let manager = FileManager.default
            try manager.createDirectory(at: directory, withIntermediateDirectories: true)
            try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory.path())
            try replaceFile(with: Data(PrettyJSON.text(credentials).utf8))
        } catch {
            throw .credentials(
                Label(
                    zh: "\(file.path()) 无法写入：\(error)",
                    en: "\(file.path()) can't be written: \(error)"))
        }
    }

    /// Returns false where nobody was signed in.
    func remove() throws(StaffError) -> Bool {
        guard FileManager.default.fileExists(atPath: file.path()) else { return false }
        do {
            try FileManager.default.removeItem(at: file)
            return true
        } catch {
            throw .credentials(
                Label(
                    zh: "\(file.path()) 无法删除：\(error)",
                    en: "\(file.path()) can't be removed: \(error)"))
        }
    }

    /// Writes beside the file and renames: never readable by others, never half written.
    private func replaceFile(with content: Data) throws {
        let fresh = directory.appending(path: "credentials.\(UUID().uuidString)")
        let isWritten = FileManager.default.createFile(
            atPath: fresh.path(), contents: content, attributes: [.posixPermissions: 0o600])
        guard isWritten, rename(fresh.path(), file.path()) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }
}
