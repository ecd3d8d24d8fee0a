import Foundation
import Testing

/// A disk in memory that one test may fill, and free again.
struct SmallDisk: Sendable {
    let folder: URL

    private var ballast: URL { folder.appending(path: "ballast") }

    /// Runs the body with an empty disk, which goes afterwards.
    ///
    /// Throws: `Subprocess.Failed`, which tells the reason, where it can't be mounted: that takes the
    /// rights of root.
    static func run(
        megabytes: Int, _ body: (SmallDisk) async throws -> Void
    ) async throws {
        let disk = SmallDisk(folder: try Scratch.folder())
        try await command(
            "mount", "-t", "tmpfs", "-o", "size=\(megabytes)m,mode=0711", "tmpfs",
            disk.folder.path)
        do {
            try await body(disk)
        } catch {
            try await command("umount", "--lazy", disk.folder.path)
            throw error
        }
        try await command("umount", disk.folder.path)
        Scratch.remove(disk.folder)
    }

    /// Leaves no room for another page.
    func fill() throws {
        let handle = try Scratch.writing(to: ballast)
        for size in [1 << 20, 1 << 12] { try fill(handle, by: size) }
        try handle.close()
    }

    func free() throws { try FileManager.default.removeItem(at: ballast) }

    /// Units: bytes.
    private func fill(_ handle: FileHandle, by size: Int) throws {
        let block = [UInt8](repeating: 0, count: size)
        while true {
            let written = write(handle.fileDescriptor, block, size)
            guard written < size else { continue }
            try #require(written >= 0 || errno == ENOSPC, "the disk can't be filled: \(errno)")
            if written <= 0 { return }
        }
    }

    private static func command(_ words: String...) async throws {
        _ = try await Subprocess.output(of: URL(filePath: "/usr/bin/env"), words)
    }
}
