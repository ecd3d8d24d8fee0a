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
    private var rowCount = 0

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

    /// Writes what is a row of the file.
    mutating func write(_ row: String) throws(ExportFault) {
        rowCount += 1
        try write(head: row)
    }

    /// Writes what stands above the rows, or is no row.
    mutating func write(head: String) throws(ExportFault) {
        buffer.append(contentsOf: head.utf8)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Brings everything to disk.
    mutating func complete() throws(ExportFault) -> ExportManifest.File {
        try flush()
        guard fsync(descriptor) == 0 else { throw .unwritable(path: path, .last) }
        return ExportManifest.File(
            name: name, rowCount: rowCount, sha256: Hexadecimal.text(hash.finalize()))
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
