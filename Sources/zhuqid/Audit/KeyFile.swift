import Glibc

/// Reads and writes the files of keys: a secret one is its owner's alone, and none is ever overwritten.
enum KeyFile {
    /// More than any file of keys.
    private static let mostBytes = 1 << 16

    /// - Parameter isSecret: true where nobody else may read or write it.
    static func text(_ path: String, isSecret: Bool) throws(KeyFileFault) -> String {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw .last(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .last(path) }
        if isSecret {
            guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0 else {
                throw .openToOthers(path)
            }
        }
        var bytes = [UInt8](repeating: 0, count: mostBytes)
        let count = read(file, &bytes, bytes.count)
        guard count >= 0 else { throw .last(path) }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Makes a file, whole and on disk.
    ///
    /// - Throws: `KeyFileFault.exists` where something has the name.
    static func make(_ path: String, _ text: String, mode: mode_t) throws(KeyFileFault) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard file >= 0 else { throw .last(path) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            let fault = KeyFileFault.last(path)
            unlink(path)
            throw fault
        }
    }
}
