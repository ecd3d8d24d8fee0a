import Crypto
import Definitions
import Foundation
import Postgres
import Store
import UseCases
import WorkingTime

/// Makes the database that all others are copies of: migrated, with everything published.
///
/// It is named by the digest of the files that it is made from, so a changed file makes a new one.
actor DatabaseTemplate {
    static let real = DatabaseTemplate(isSimulated: false)
    static let simulated = DatabaseTemplate(isSimulated: true)
    static let publishedAt = "2026-01-01T00:00:00+08:00"

    private let isSimulated: Bool
    private var making: Task<String, any Error>?

    private init(isSimulated: Bool) {
        self.isSimulated = isSimulated
    }

    /// The template's name, once it is there.
    func name() async throws -> String {
        if let making { return try await making.value }
        let task = Task { [isSimulated] in try await Self.make(isSimulated) }
        making = task
        return try await task.value
    }

    private static func make(_ isSimulated: Bool) async throws -> String {
        let name = "zhuqi_template_\(try digest())" + (isSimulated ? "_simulated" : "")
        try await TestCluster.withConnection(to: "postgres") { connection in
            _ = try await connection.query("SELECT pg_advisory_lock(7233199)")
            try await makeRoles(connection)
            let known = try await connection.number(
                "SELECT count(*) FROM pg_database WHERE datname = $1", .text(name))
            guard known == 0 else { return }
            let draft = name + "_new"
            try await connection.execute(script: "DROP DATABASE IF EXISTS \(draft)")
            try await connection.execute(
                script: "CREATE DATABASE \(draft) OWNER \(TestCluster.owner)")
            try await fill(draft, isSimulated)
            try await connection.execute(script: "ALTER DATABASE \(draft) RENAME TO \(name)")
        }
        return name
    }

    private static func digest() throws -> String {
        var hash = SHA256()
        for (folder, ending) in [
            (Checkout.migrations, ".sql"), (Checkout.queries, ".sql"),
            (Checkout.workflows, ".yaml"),
        ] {
            for file in try Checkout.files(in: folder, ending: ending) {
                hash.update(data: Data(file.lastPathComponent.utf8))
                hash.update(data: try Data(contentsOf: file))
            }
        }
        return hash.finalize().prefix(8).map { String(format: "%02x", $0) }.joined()
    }

    private static func makeRoles(_ connection: PostgresConnection) async throws {
        for role in [TestCluster.owner, TestCluster.server, TestCluster.auditor] {
            let known = try await connection.number(
                "SELECT count(*) FROM pg_roles WHERE rolname = $1", .text(role))
            if known == 0 { try await connection.execute(script: "CREATE ROLE \(role)") }
        }
    }

    private static func fill(_ database: String, _ isSimulated: Bool) async throws {
        let queries = try QueryCatalogue(folder: Checkout.queries)
        let now = try Instant(rfc3339: publishedAt)
        try await TestCluster.withConnection(to: database, as: TestCluster.owner) { connection in
            let migrations = try Migration.all(in: Checkout.migrations)
            _ = try await Migrator(migrations: migrations).migrate(connection, at: now)
            let statements = NamedStatements(over: connection, queries)
            try await InstallationRecords(statements).mark(isSimulated: isSimulated, at: now)
            _ = try await Publish(
                through: DirectoryTransactions(statements), by: .yaml, at: now
            ).publish(try PublishedSamples.texts())
        }
    }
}
