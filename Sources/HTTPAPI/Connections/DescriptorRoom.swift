#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells whether the process may open some more files and sockets.
enum DescriptorRoom {
    /// What is left to all that is no connection from outside.
    static let reserve: Int32 = 32

    /// The kernel gives the lowest number that is free: one near the limit says that the table is
    /// full, one that can't be had that it is beyond that.
    static var isLeft: Bool {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return true
        }
        let lowest = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
        guard lowest >= 0 else { return errno != EMFILE && errno != ENFILE }
        close(lowest)
        return UInt64(lowest) + UInt64(reserve) < limit.rlim_cur
    }
}
