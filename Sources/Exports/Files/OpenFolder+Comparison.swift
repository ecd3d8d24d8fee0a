import Foundation
import Glibc

/// Compares the files of an export with those of the folder that has its name.
extension OpenFolder {
    /// Tells whether it holds each of the files, with the same bytes.
    func holds(_ names: [String], of folder: borrowing OpenFolder) throws(SystemFault) -> Bool {
        for name in names {
            guard try Self.isSame(name, folder, self) else { return false }
        }
        return true
    }

    /// What stands in it beside files of an export, sorted.
    func otherNames() throws(SystemFault) -> [String] {
        try names().filter { !Origin.isName(ofFile: $0) || !isFile($0) }.sorted()
    }

    private func isFile(_ name: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && status.st_mode & S_IFMT == S_IFREG
    }

    private static func isSame(
        _ name: String, _ first: borrowing OpenFolder, _ second: borrowing OpenFolder
    ) throws(SystemFault) -> Bool {
        guard second.isFile(name) else { return false }
        let (one, two) = (try first.file(name), try second.file(name))
        do {
            while true {
                let piece = try one.read(upToCount: PendingFile.bufferSize) ?? Data()
                guard try two.read(upToCount: PendingFile.bufferSize) ?? Data() == piece else {
                    return false
                }
                if piece.isEmpty { return true }
            }
        } catch {
            throw SystemFault.last
        }
    }
}
