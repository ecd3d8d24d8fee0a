import Foundation
import Logging
import Postgres
import Testing

/// The database that the suites share. They only make temporary tables in it.
enum TestDatabase {
    static let variable = "ZHUQI_TEST_DATABASE"
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Throws: an issue where the variable is absent or names a host that is not local.
    static func conninfo() throws -> String {
        let conninfo = try #require(
            ProcessInfo.processInfo.environment[variable],
            "set \(variable) to the conninfo string of a scratch database")
        let localHosts = ["host=/", "host=localhost", "host=127.0.0.1", "host=::1"]
        try #require(localHosts.contains { conninfo.contains($0) }, "only a local host is allowed")
        return conninfo
    }

    static func options(
        statementTimeout: Duration? = nil, role: String? = nil, suffix: String = ""
    ) throws -> ConnectionOptions {
        ConnectionOptions(
            try conninfo() + suffix, applicationName: "zhuqi-tests",
            statementTimeout: statementTimeout, role: role)
    }

    static func open(statementTimeout: Duration? = nil) async throws -> PostgresConnection {
        try await PostgresConnection.open(
            options(statementTimeout: statementTimeout), logger: logger)
    }

    static func pool(
        size: Int, maximumWaiters: Int = 1000, maximumWait: Duration = .seconds(30)
    ) throws -> ConnectionPool {
        ConnectionPool(
            options: try options(), size: size, maximumWaiters: maximumWaiters,
            maximumWait: maximumWait, logger: logger)
    }
}

extension PostgresConnection {
    /// Runs an unnamed statement.
    func query(_ sql: String, _ parameters: Parameter...) async throws(PostgresError) -> Rows {
        try await query(Statement(name: "", sql: sql, parameters: parameters))
    }

    /// Runs an unnamed statement whose answer is one row.
    func row(_ sql: String, _ parameters: Parameter...) async throws -> Row {
        let rows = try await query(Statement(name: "", sql: sql, parameters: parameters))
        return try #require(rows.first)
    }

    func backend() async throws -> Int32 {
        try await row("SELECT pg_backend_pid()").int32(0)
    }
}

/// Runs the body and returns the database error that it must throw.
func errorThrown(by body: () async throws -> Void) async throws -> PostgresError {
    do {
        try await body()
    } catch let error as PostgresError {
        return error
    }
    Issue.record("nothing was thrown")
    return .cancelled
}
