import CLibPQ
import Glibc

/// An event that one thread waits for with `poll` and any thread may raise.
final class Wakeup: Sendable {
    let descriptor: Int32

    init() throws(PostgresError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else {
            throw .unavailable("no eventfd: \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        close(descriptor)
    }

    func raise() {
        // The only possible refusal is a full counter, which wakes the thread all the same.
        _ = eventfd_write(descriptor, 1)
    }

    func clear() {
        var count: eventfd_t = 0
        // The only possible refusal is a counter of zero: there is nothing to clear.
        _ = eventfd_read(descriptor, &count)
    }
}
