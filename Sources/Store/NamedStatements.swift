package import Postgres

/// Runs named statements on one connection, or on those of a pool, and throws what the database says
/// as it is.
package struct NamedStatements: Sendable {
    private enum Place {
        case connection(PostgresConnection)
        case pool(ConnectionPool)
    }

    private let place: Place
    let queries: QueryCatalogue

    package init(over connection: PostgresConnection, _ queries: QueryCatalogue) {
        place = .connection(connection)
        self.queries = queries
    }

    package init(over pool: ConnectionPool, _ queries: QueryCatalogue) {
        place = .pool(pool)
        self.queries = queries
    }

    func rows(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        let statement = queries.statement(name, parameters)
        return try await withConnection { try await $0.query(statement) }
    }

    func withConnection<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        switch place {
        case .connection(let connection): try await body(connection)
        case .pool(let pool): try await pool.withConnection(body)
        }
    }

    /// Runs a body in a transaction, which is taken back where the body fails or asks for it.
    ///
    /// - Parameters:
    ///   - opening: begins it.
    ///   - first: what is run with its beginning, in one trip.
    func transaction<Value: Sendable>(
        openedBy opening: Statement = TransactionControl.begin,
        beginningWith first: [Statement] = [],
        _ body: @Sendable (PostgresConnection) async throws -> (end: TransactionEnd, value: Value)
    ) async throws -> Value {
        try await withConnection { connection in
            _ = try await connection.run([opening] + first)
            do {
                let (end, value) = try await body(connection)
                _ = try await connection.query(end.statement)
                return value
            } catch {
                if connection.isUsable {
                    _ = try await connection.query(TransactionControl.rollback)
                }
                throw error
            }
        }
    }
}

/// Says whether what was written in a transaction stays.
package enum TransactionEnd: Sendable {
    case kept, takenBack

    fileprivate var statement: Statement {
        switch self {
        case .kept: TransactionControl.commit
        case .takenBack: TransactionControl.rollback
        }
    }
}

extension Database {
    /// The same statements, with the database's errors as they are.
    var statements: NamedStatements { NamedStatements(over: pool, queries) }
}
