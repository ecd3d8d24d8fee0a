/// The world breaking, as the engine reports it: never the caller's fault.
package enum EngineFailure: Error, Sendable {
    /// Too much is waiting already.
    case overloaded
    /// The store can't be reached; the command may be sent again with its key.
    case unavailable
    /// Another transaction holds the issue; the command may be sent again with its key.
    case locked
    /// The store answers, but can't do it now: its disk is full, or it takes too long.
    case strained
    /// The store refuses what was decided; that of others it takes.
    case violation(String)
    /// The installation or the program is at fault.
    case fault(String)
}

/// What a store reports when a transaction failed.
package enum StoreFailure: Error, Sendable {
    /// Nothing was written, or nobody knows: the same commands with the same keys may be sent again.
    case transient(String)
    /// Another transaction wrote the same meanwhile, and nothing was written: sent again, it is found.
    case conflict(String)
    /// A key or trigger of the database refused the batch; nothing was written.
    case constraint(String)
    /// A text holds a character that can't be stored, such as NUL; nothing was written.
    case unstorable
    /// Others held what was needed for too long; nothing was written.
    case locked
    /// The store is short of something, a disk, memory or time; nothing was written.
    case strained(String)
    /// The store does not answer.
    case unavailable(String)
    case fault(String)
}
