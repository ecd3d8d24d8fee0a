import Postgres

/// Reads the whole record as it stood at one moment, for those who check it.
package struct RecordSnapshots: Sendable {
    let database: Database

    /// Runs a body in one transaction that only reads, and sees nothing that is committed later.
    package func run<Value: Sendable>(
        _ body: @Sendable (RecordSnapshot) async throws -> Value
    ) async throws -> Value {
        let queries = database.queries
        return try await database.statements.transaction(openedBy: TransactionControl.beginReadOnly)
        { connection in
            let statements = NamedStatements(over: connection, queries)
            return (.takenBack, try await body(RecordSnapshot(statements: statements)))
        }
    }
}
