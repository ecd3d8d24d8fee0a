import Postgres

/// The statements that begin and end transactions.
enum TransactionControl {
    static let begin = Statement(name: "begin", sql: "BEGIN", parameters: [])
    static let beginReadOnly = Statement(
        name: "beginReadOnly", sql: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        parameters: [])
    static let commit = Statement(name: "commit", sql: "COMMIT", parameters: [])
    static let rollback = Statement(name: "rollback", sql: "ROLLBACK", parameters: [])
}
