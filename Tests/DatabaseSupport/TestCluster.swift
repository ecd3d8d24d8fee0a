package import Engine
import Foundation
package import Logging
package import Postgres

/// The cluster in which the suites make their databases; never one on another host.
package enum TestCluster {
    package static let variable = "ZHUQI_TEST_DATABASE"
    package static let owner = "zhuqi_owner"
    package static let server = "zhuqi_server"
    package static let auditor = "zhuqi_auditor"
    package static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    /// Is told of everything, and shows nothing.
    package static let observer = Observers()

    /// Says how to reach a database of the cluster as its superuser.
    ///
    /// - Throws: `TestClusterFault` where the variable is absent or names a host that is not local.
    package static func conninfo(database: String) throws -> String {
        guard let conninfo = ProcessInfo.processInfo.environment[variable] else {
            throw TestClusterFault("set \(variable) to the conninfo of a superuser")
        }
        let hosts = conninfo.split(separator: " ").filter { $0.hasPrefix("host") }
        guard !hosts.isEmpty, hosts.allSatisfy(isLocal) else {
            throw TestClusterFault("\(variable) must name a host, and only a local one")
        }
        // All suites start together and take every core: how long a connection then takes is not
        // what they measure.
        return "connect_timeout=20 \(conninfo) dbname=\(database)"
    }

    private static func isLocal(_ setting: Substring) -> Bool {
        setting.hasPrefix("host=/") && !setting.contains(",")
            || ["host=localhost", "host=127.0.0.1", "host=::1", "hostaddr=127.0.0.1"]
                .contains(String(setting))
    }

    /// Opens a connection for the duration of the body.
    package static func withConnection<Value: Sendable>(
        to database: String, as role: String? = nil,
        _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let options = ConnectionOptions(
            try conninfo(database: database), applicationName: "zhuqi-tests", role: role)
        let connection = try await PostgresConnection.open(options, logger: logger)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }
}

/// Says why no database can be made for the tests.
package struct TestClusterFault: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

extension PostgresConnection {
    /// Runs an unnamed statement.
    package func query(_ sql: String, _ parameters: Parameter...) async throws -> Rows {
        try await query(Statement(name: "", sql: sql, parameters: parameters))
    }

    /// Runs an unnamed statement whose answer is one number.
    package func number(_ sql: String, _ parameters: Parameter...) async throws -> Int64 {
        let rows = try await query(Statement(name: "", sql: sql, parameters: parameters))
        guard let row = rows.first else { throw TestClusterFault("no row: \(sql)") }
        return try row.int64(0)
    }
}
