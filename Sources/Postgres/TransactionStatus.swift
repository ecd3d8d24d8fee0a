/// Where a session stands after its latest exchange with the server.
package enum TransactionStatus: Sendable {
    case idle
    case active
    case inTransaction
    /// A statement failed inside a transaction, which only ROLLBACK ends.
    case failed
    /// The connection is gone.
    case unknown
}
