package import Logging
package import Postgres

/// Holds the advisory lock by which one process leads the alarms, on a connection of its own.
package actor AlarmLeadership {
    private let options: ConnectionOptions
    private let queries: QueryCatalogue
    private let logger: Logger
    private var connection: PostgresConnection?
    private var isLeader = false

    package init(options: ConnectionOptions, queries: QueryCatalogue, logger: Logger) {
        self.options = options
        self.queries = queries
        self.logger = logger
    }

    /// Tells whether this process leads, trying to where nobody does.
    func leads() async throws -> Bool {
        if let connection, connection.isUsable {
            // A round trip each time: a connection that died silently holds no lock.
            let rows = try await connection.query(queries.statement(.leadAlarms))
            let isHeld = try rows.first?.bool("leads") ?? false
            isLeader = isLeader || isHeld
            return isLeader
        }
        isLeader = false
        let fresh = try await PostgresConnection.open(options, logger: logger)
        connection = fresh
        isLeader =
            try await fresh.query(queries.statement(.leadAlarms)).first?.bool("leads") ?? false
        return isLeader
    }

    package func close() async {
        await connection?.close()
        connection = nil
        isLeader = false
    }
}
