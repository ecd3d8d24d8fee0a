package import Postgres

/// Runs the named statements on connections of a pool, and turns the database's errors into the
/// engine's. Every kind of record is kept over it.
package struct Database: Sendable {
    package let pool: ConnectionPool
    package let queries: QueryCatalogue
    /// The ids of published states and actions.
    package let catalogue: CurrentCatalogue

    package init(pool: ConnectionPool, queries: QueryCatalogue, catalogue: CurrentCatalogue) {
        self.pool = pool
        self.queries = queries
        self.catalogue = catalogue
    }

    /// Runs one named statement.
    func read(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        let statement = queries.statement(name, parameters)
        return try await converting {
            try await pool.withConnection { try await $0.query(statement) }
        }
    }

    /// Runs one named statement with filters that may be absent, or that may let much or little
    /// through: which index serves depends on them, so its plan is made for each call. All others
    /// keep theirs.
    func search(_ name: QueryName, _ parameters: [Parameter]) async throws -> Rows {
        let statements = [
            TransactionControl.begin, TransactionControl.planForValues,
            queries.statement(name, parameters), TransactionControl.commit,
        ]
        return try await run(statements)[2]
    }

    /// Runs statements in one trip.
    func run(_ statements: [Statement]) async throws -> [Rows] {
        try await converting {
            try await pool.withConnection { try await $0.run(statements) }
        }
    }

    /// Runs statements that only read, in one trip, each seeing the same moment: what they find of
    /// one thing belongs together.
    ///
    /// - Parameter planned: `forValues` where filters decide which index serves.
    func look(_ statements: [Statement], planned: Planning = .kept) async throws -> [Rows] {
        let first = TransactionControl.beginReadOnly
        let opening = planned == .kept ? [first] : [first, TransactionControl.planForValues]
        let answers = try await run(opening + statements + [TransactionControl.commit])
        return Array(answers[opening.count..<opening.count + statements.count])
    }

    enum Planning {
        /// Plans once, and keeps the plan.
        case kept
        /// Plans for the values of each call.
        case forValues
    }
}
