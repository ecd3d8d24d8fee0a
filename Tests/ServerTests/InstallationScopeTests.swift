import ArgumentParser
import Foundation
import Testing

@testable import zhuqid

extension ServerTests {
    /// What commands open, and whether it is closed.
    @Suite struct InstallationScopeTests {
        private struct Failed: Error {}

        @Test func nothingStaysOpenWhereACommandReturns() async throws {
            try await withDatabase { database in
                try await withInstallation(try database.options()) { fixture in
                    _ = try await fixture.now()
                    #expect(try await database.sessions() > 0)
                }
                try await database.expectNoSessions()
            }
        }

        @Test func nothingStaysOpenWhereACommandThrows() async throws {
            try await withDatabase { database in
                await #expect(throws: Failed.self) {
                    try await withInstallation(try database.options()) { fixture in
                        _ = try await fixture.now()
                        throw Failed()
                    }
                }
                try await database.expectNoSessions()
            }
        }

        @Test func nothingStaysOpenWhereACommandIsCancelled() async throws {
            try await withDatabase { database in
                let task = Task {
                    try await withInstallation(try database.options()) { fixture in
                        _ = try await fixture.now()
                        try await Task.sleep(for: .seconds(3600))
                    }
                }
                try await eventually("it is open") { try await database.sessions() > 0 }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                try await database.expectNoSessions()
            }
        }

        @Test func nothingStaysOpenWhereTheDatabaseIsOfAnotherVersion() async throws {
            try await withDatabase(isMigrated: false) { database in
                await #expect(throws: (any Error).self) {
                    try await withInstallation(try database.options()) { _ in }
                }
                try await database.expectNoSessions()
            }
        }

        @Test func nothingStaysOpenWhereACommandOnAConnectionOfItsOwnThrows() async throws {
            try await withDatabase { database in
                await #expect(throws: Failed.self) {
                    try await database.options().withConnection { _ in throw Failed() }
                }
                try await database.expectNoSessions()
            }
        }

        private func withDatabase(
            isMigrated: Bool = true, _ body: (OpenedDatabase) async throws -> Void
        ) async throws {
            let cluster = try TestCluster.shared()
            let migrated = try await TemplateDatabase.shared.name(in: cluster, isSimulated: false)
            let name = "zhuqi_test_\(UUID().uuidString.lowercased().prefix(8))"
            let template = isMigrated ? migrated : "template0"
            try await cluster.psql("CREATE DATABASE \(name) TEMPLATE \(template) OWNER zhuqi_owner")
            try await body(OpenedDatabase(cluster: cluster, name: name))
            try await cluster.psql("DROP DATABASE \(name) WITH (FORCE)")
        }
    }
}

/// A database, and who is connected with it.
private struct OpenedDatabase: Sendable {
    let cluster: TestCluster
    let name: String

    func options() throws -> DatabaseOptions {
        try DatabaseOptions.parse([
            "--database", cluster.conninfo(user: "zhuqi_owner", database: name),
            "--sql", Product.root.appending(path: "SQL").path,
        ])
    }

    func sessions() async throws -> Int {
        let count = try await cluster.psql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(name)'")
        return Int(count) ?? -1
    }

    /// Backends end a moment after their connection.
    func expectNoSessions() async throws {
        try await eventually("all is closed", within: .seconds(20)) { try await sessions() == 0 }
    }
}
