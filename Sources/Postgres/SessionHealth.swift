/// What a connection's owner may know about the session without asking the server.
struct SessionHealth: Sendable {
    var isAlive = true
    /// Whether the session still works but should be replaced by a fresh one.
    var isStale = false
    var transactionStatus = TransactionStatus.idle
}
