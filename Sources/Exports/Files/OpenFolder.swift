import Casework
import Foundation
import Glibc

/// A folder that is open: what stands in it is reached by its name alone, wherever the folder goes.
struct OpenFolder: ~Copyable {
    let descriptor: Int32

    /// - Throws: `SystemFault` where there is none that may be read.
    init(path: String) throws(SystemFault) {
        descriptor = try SystemFault.checked(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    }

    /// - Throws: `SystemFault` also where the name is that of a link.
    init(_ name: String, in parent: borrowing OpenFolder) throws(SystemFault) {
        descriptor = try SystemFault.checked(
            openat(parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    }

    /// Opens a folder and tells others that somebody works on it, until it is closed.
    ///
    /// - Throws: `SystemFault` also where somebody else does, or where the folder is gone.
    init(locking name: String, in parent: borrowing OpenFolder) throws(SystemFault) {
        let opened = try OpenFolder(name, in: parent)
        guard opened.lock() else { throw SystemFault(number: EBUSY) }
        self = opened
    }

    deinit { close(descriptor) }

    /// - Returns: false where somebody else works on it, or where it is gone.
    private func lock() -> Bool {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }

    /// Brings to disk which names there are.
    func synchronize() throws(SystemFault) { try SystemFault.checked(fsync(descriptor)) }

    /// The names of all that stands in it.
    func names() throws(SystemFault) -> [String] {
        // One of its own, since reading moves along and closes what it reads.
        let copy = try SystemFault.checked(
            openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        guard let stream = fdopendir(copy) else {
            let fault = SystemFault.last
            close(copy)
            throw fault
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Opens a file to be read; a link is none.
    func file(_ name: String) throws(SystemFault) -> FileHandle {
        let file = try SystemFault.checked(
            openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC))
        return FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }

    /// Removes a file where there is one.
    func remove(_ name: String) throws(SystemFault) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw SystemFault.last
        }
    }

    /// Removes an empty folder where there is one.
    func removeFolder(_ name: String) throws(SystemFault) {
        guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
            throw SystemFault.last
        }
    }
}
