import Casework
import Crypto
import Foundation

/// A file that grows under a temporary name and gets its own when it is complete.
///
/// Invariant: what has the file's own name is whole.
struct PendingFile: ~Copyable {
    let url: URL
    private let temporary: URL
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var lineCount = 0

    static let bufferSize = 1 << 16

    init(_ name: String, in directory: URL) throws(ExportFault) {
        url = directory.appendingPathComponent(name)
        temporary = directory.appendingPathComponent(".\(name).partial")
        do {
            try Data().write(to: temporary)
            handle = try FileHandle(forWritingTo: temporary)
        } catch {
            throw .unwritable(temporary, error)
        }
        buffer.reserveCapacity(Self.bufferSize * 2)
    }

    mutating func write(_ line: String) throws(ExportFault) {
        buffer.append(contentsOf: line.utf8)
        lineCount += 1
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Brings everything to disk, still under the temporary name.
    mutating func complete() throws(ExportFault) -> ExportManifest.File {
        try flush()
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .unwritable(temporary, error)
        }
        return ExportManifest.File(
            name: url.lastPathComponent, rowCount: lineCount - 1,
            sha256: Hexadecimal.text(hash.finalize()))
    }

    /// - Throws: `ExportFault.differsFromExisting` where a file of that name holds something else.
    func refuseOther() throws(ExportFault) {
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        guard FileManager.default.contentsEqual(atPath: url.path, andPath: temporary.path) else {
            throw .differsFromExisting(path: url.path)
        }
    }

    /// Gives the file its own name in one step.
    func publish() throws(ExportFault) {
        guard rename(temporary.path, url.path) == 0 else {
            throw .unwritable(path: url.path, reason: String(cString: strerror(errno)))
        }
    }

    /// Removes what was written so far.
    func discard() throws(ExportFault) {
        guard FileManager.default.fileExists(atPath: temporary.path) else { return }
        do {
            try FileManager.default.removeItem(at: temporary)
        } catch {
            throw .unwritable(temporary, error)
        }
    }

    private mutating func flush() throws(ExportFault) {
        guard !buffer.isEmpty else { return }
        hash.update(data: buffer)
        do {
            try handle.write(contentsOf: Data(buffer))
        } catch {
            throw .unwritable(temporary, error)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
