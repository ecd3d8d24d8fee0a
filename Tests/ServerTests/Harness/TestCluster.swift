import Foundation
import Testing

/// A PostgreSQL server in which the suites make databases of their own.
struct TestCluster: Hashable, Sendable {
    static let variable = "ZHUQI_TEST_DATABASE"

    /// The superuser's, without a database that matters.
    let conninfo: String

    /// Throws: an issue where the variable is absent or names a host that is not local.
    static func shared() throws -> TestCluster {
        let conninfo = try #require(
            ProcessInfo.processInfo.environment[variable],
            "set \(variable) to the conninfo string of a superuser on a scratch cluster")
        let localHosts = ["host=/", "host=localhost", "host=127.0.0.1", "host=::1"]
        try #require(localHosts.contains { conninfo.contains($0) }, "only a local host is allowed")
        return TestCluster(conninfo: conninfo)
    }

    /// Of a keyword that stands twice, libpq takes the last.
    func conninfo(user: String, database: String) -> String {
        "\(conninfo) user=\(user) dbname=\(database)"
    }

    /// Runs statements as the superuser; columns are parted by `|`.
    @discardableResult
    func psql(_ sql: String, in database: String = "postgres") async throws -> String {
        try await Subprocess.output(
            of: Self.env, Self.arguments + ["\(conninfo) dbname=\(database)"], input: sql)
    }

    /// Runs a script with what it needs in its environment.
    func script(_ text: String, environment: [String: String]) async throws -> Subprocess.Ended {
        try await Subprocess.run(
            Self.env, Self.arguments + [conninfo], environment: environment, input: text)
    }

    private static let env = URL(filePath: "/usr/bin/env")
    private static let arguments = ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d"]
}
