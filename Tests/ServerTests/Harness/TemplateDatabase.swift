import Crypto
import Foundation

/// Makes, once a cluster, the migrated and published database of which each test gets a copy.
actor TemplateDatabase {
    static let shared = TemplateDatabase()

    private struct Kind: Hashable {
        let cluster: TestCluster
        let isSimulated: Bool
    }

    private var made: [Kind: Task<String, any Error>] = [:]

    /// Returns the template's name; waits where somebody makes it already.
    func name(in cluster: TestCluster, isSimulated: Bool) async throws -> String {
        let kind = Kind(cluster: cluster, isSimulated: isSimulated)
        let task = made[kind] ?? Task { try await Self.make(kind) }
        made[kind] = task
        return try await task.value
    }

    private static func make(_ kind: Kind) async throws -> String {
        let time = kind.isSimulated ? "simulated" : "real"
        let name = "zhuqi_template_\(time)_\(try digest())"
        let ended = try await kind.cluster.script(
            script(name, kind),
            environment: Product.environment(
                database: kind.cluster.conninfo(user: "zhuqi_owner", database: "\(name)_new")))
        let found = try await kind.cluster.psql(
            "SELECT count(*) FROM pg_database WHERE datname = '\(name)'")
        guard found == "1" else {
            throw Subprocess.Failed(
                description: "the template was not made: \(ended.errors)\(ended.output)")
        }
        return name
    }

    /// Under an advisory lock, so that processes beside each other make one. It gets its name when
    /// it is whole.
    private static func script(_ name: String, _ kind: Kind) -> String {
        let folder = Product.workflows.path
        return """
            SELECT pg_advisory_lock(7162);
            SELECT format('CREATE ROLE %I LOGIN', name)
            FROM unnest('{zhuqi_owner,zhuqi_server,zhuqi_auditor}'::text[]) AS name
            WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \\gexec
            SELECT count(*) = 0 AS is_missing FROM pg_database WHERE datname = '\(name)' \\gset
            \\if :is_missing
            DROP DATABASE IF EXISTS \(name)_new;
            CREATE DATABASE \(name)_new OWNER zhuqi_owner;
            \\! \(Product.zhuqid.path) migrate \(kind.isSimulated ? "--simulated" : "") && \
            \(Product.zhuqid.path) publish --workflows \(folder) --directory \(folder)/demo/directory.yaml && \
            psql -Xq -d '\(kind.cluster.conninfo)' -c 'ALTER DATABASE \(name)_new RENAME TO \(name)'
            \\endif
            """
    }

    /// Of everything that the template is made from.
    private static func digest() throws -> String {
        var hash = SHA256()
        for folder in ["SQL", "Workflows"] {
            let root = Product.root.appending(path: folder)
            let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            for name in names where name.hasSuffix(".sql") || name.hasSuffix(".yaml") {
                hash.update(data: Data(name.utf8))
                hash.update(data: try Data(contentsOf: root.appending(path: name)))
            }
        }
        hash.update(data: try Data(contentsOf: Product.zhuqid))
        return hash.finalize().prefix(8).map { String(format: "%02x", $0) }.joined()
    }
}
