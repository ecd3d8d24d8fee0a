/// The world breaking, as the engine reports it: never the caller's fault.
package enum EngineFailure: Error, Sendable {
    /// Too much is waiting already.
    case overloaded
    /// The store can't be reached; the command may be sent again with its key.
    case unavailable
    /// The installation or the program is at fault.
    case fault(String)

    package var code: String {
        switch self {
        case .overloaded: "DB591"
        case .unavailable: "DB592"
        case .fault: "DB593"
        }
    }
}

/// What a store reports when a transaction failed.
package enum StoreFailure: Error, Sendable {
    /// Nothing was written, or nobody knows: the same commands with the same keys may be sent again.
    case transient(String)
    /// A key or trigger of the database refused the batch; nothing was written.
    case constraint(String)
    /// The store does not answer.
    case unavailable(String)
    case fault(String)
}
