import Casework
import Crypto
import Glibc

/// A file of a folder that is being filled.
///
/// Invariant: it was not there before, and nobody's link leads to it.
struct PendingFile: ~Copyable {
    let name: String
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var lineCount = 0

    static let bufferSize = 1 << 16

    /// - Parameter path: what the file is called where something is wrong with it.
    init(_ name: String, in folder: borrowing OpenFolder, path: String) throws(ExportFault) {
        self.name = name
        self.path = path
        do throws(SystemFault) {
            descriptor = try SystemFault.checked(
                openat(
                    folder.descriptor, name,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666))
        } catch {
            throw .unwritable(path: path, error)
        }
        buffer.reserveCapacity(Self.bufferSize * 2)
    }

    deinit { close(descriptor) }

    mutating func write(_ line: String) throws(ExportFault) {
        buffer.append(contentsOf: line.utf8)
        lineCount += 1
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Brings everything to disk.
    ///
    /// - Parameter headCount: how many of its lines are no rows.
    mutating func complete(headCount: Int) throws(ExportFault) -> ExportManifest.File {
        try flush()
        guard fsync(descriptor) == 0 else { throw .unwritable(path: path, .last) }
        return ExportManifest.File(
            name: name, rowCount: lineCount - headCount,
            sha256: Hexadecimal.text(hash.finalize()))
    }

    private mutating func flush() throws(ExportFault) {
        guard !buffer.isEmpty else { return }
        hash.update(data: buffer)
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                return Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            guard count >= 0 || errno == EINTR else { throw .unwritable(path: path, .last) }
            written += max(count, 0)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
