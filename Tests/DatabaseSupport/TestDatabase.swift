import Foundation
package import Postgres
import Synchronization
import Testing

/// One database of one test: a copy of the template, or an empty one.
package struct TestDatabase: Sendable {
    package enum Origin: Sendable {
        case template
        /// A template whose installation is marked for simulated time.
        case simulatedTemplate
        case empty
    }

    package let name: String
    package let conninfo: String

    package func options(as role: String? = nil, application: String = "zhuqi-tests")
        -> ConnectionOptions
    {
        ConnectionOptions(
            conninfo, applicationName: application, statementTimeout: .seconds(30), role: role,
            planning: .once)
    }

    /// Opens a connection for the duration of the body; no role is the superuser.
    package func withConnection<Value: Sendable>(
        as role: String? = nil, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await TestCluster.withConnection(to: name, as: role, body)
    }

    package func pool(
        as role: String? = TestCluster.server, size: Int = 4, application: String = "zhuqi-tests"
    ) -> ConnectionPool {
        ConnectionPool(
            options: options(as: role, application: application), size: size,
            maximumWaiters: 2048, maximumWait: .seconds(20), logger: TestCluster.logger)
    }

    /// Runs a script as the superuser, keys and triggers of the record switched off.
    package func damage(_ script: String) async throws {
        try await withConnection { connection in
            try await connection.execute(script: "SET session_replication_role = replica")
            try await connection.execute(script: script)
        }
    }
}

/// Makes a database for the body; drops it when all was well, else keeps it and says where it is.
package func withDatabase(
    _ origin: TestDatabase.Origin = .template,
    _ body: @escaping @Sendable (TestDatabase) async throws -> Void
) async throws {
    let database = try await create(origin)
    let failed = FailureMark()
    do {
        try await failed.watching { try await body(database) }
    } catch {
        tellKept(database)
        throw error
    }
    if failed.isSet {
        tellKept(database)
    } else {
        try await TestCluster.withConnection(to: "postgres") { connection in
            try await connection.execute(script: "DROP DATABASE \(database.name) WITH (FORCE)")
        }
    }
}

private func create(_ origin: TestDatabase.Origin) async throws -> TestDatabase {
    let name = "zhuqi_test_" + UUID().uuidString.lowercased().replacing("-", with: "").prefix(16)
    let clause: String
    switch origin {
    case .template: clause = "TEMPLATE \(try await DatabaseTemplate.real.name())"
    case .simulatedTemplate: clause = "TEMPLATE \(try await DatabaseTemplate.simulated.name())"
    case .empty:
        _ = try await DatabaseTemplate.real.name()
        clause = "TEMPLATE template0"
    }
    try await TestCluster.withConnection(to: "postgres") { connection in
        try await connection.execute(
            script: "CREATE DATABASE \(name) OWNER \(TestCluster.owner) \(clause)")
    }
    return TestDatabase(name: name, conninfo: try TestCluster.conninfo(database: name))
}

private func tellKept(_ database: TestDatabase) {
    print("kept for you to look at: psql '\(database.conninfo)'")
}

/// Notes whether an expectation failed: such a failure throws nothing.
private final class FailureMark: Sendable {
    private let mark = Mutex(false)

    var isSet: Bool { mark.withLock { $0 } }

    func watching(_ body: @escaping @Sendable () async throws -> Void) async throws {
        guard let test = Test.current else { return try await body() }
        let observer = IssueHandlingTrait.compactMapIssues { issue in
            self.mark.withLock { $0 = true }
            return issue
        }
        try await observer.provideScope(for: test, testCase: Test.Case.current, performing: body)
    }
}
