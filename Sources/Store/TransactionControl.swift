import Postgres

/// The statements that begin and end transactions.
enum TransactionControl {
    static let begin = Statement(name: "begin", sql: "BEGIN", parameters: [])
    static let beginReadOnly = Statement(
        name: "beginReadOnly", sql: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        parameters: [])
    static let commit = Statement(name: "commit", sql: "COMMIT", parameters: [])
    /// Plans what follows in the transaction for the values at hand, and compiles none of it: that would
    /// last longer than to run it.
    static let planForValues = Statement(
        name: "planForValues",
        sql: """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true), \
            set_config('jit', 'off', true)
            """,
        parameters: [])
    /// Reads what follows in the order of an index where one has it, however few rows are expected: a page
    /// ends soon.
    static let readInOrder = Statement(
        name: "readInOrder", sql: "SET LOCAL enable_sort = off", parameters: [])
    /// Lets no statement that follows in the transaction wait longer for what others hold.
    static let waitBriefly = Statement(
        name: "waitBriefly", sql: "SET LOCAL lock_timeout = '1s'", parameters: [])
    /// Lets it wait in a line that moves: each ahead has nothing but its commit before it.
    static let waitInLine = Statement(
        name: "waitInLine", sql: "SET LOCAL lock_timeout = '10s'", parameters: [])
    static let rollback = Statement(name: "rollback", sql: "ROLLBACK", parameters: [])
}
