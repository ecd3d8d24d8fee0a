import Postgres

/// Statements that go to the server together, each with its place among the answers.
struct Trip {
    private(set) var statements: [Statement] = []

    @discardableResult
    mutating func add(_ statement: Statement) -> Int {
        statements.append(statement)
        return statements.count - 1
    }
}
