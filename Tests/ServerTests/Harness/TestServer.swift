import Foundation
import Testing

/// A `zhuqid` of one test: a database of its own, a port, people's tokens.
actor TestServer {
    nonisolated let cluster: TestCluster
    nonisolated let database: String
    nonisolated let folder: URL
    nonisolated let wire: Wire
    nonisolated let port: Int
    /// Where simulated time begins; nil on a database of real time.
    nonisolated let clock: String?
    private var process: ServerProcess?
    private var tokens: [String: Task<String, any Error>] = [:]

    /// When most tests begin: a Friday morning after the holidays.
    static let morning = "2026-10-09T09:00:00+08:00"

    private init(_ cluster: TestCluster, clock: String?) async throws {
        self.cluster = cluster
        self.clock = clock
        port = try await FreePort.find()
        folder = try Scratch.folder()
        database = "zhuqi_test_\(UUID().uuidString.lowercased().prefix(8))"
        wire = Wire(address: "http://127.0.0.1:\(port)")
    }

    /// Runs the body with a server that is ready. Where the body throws, all is kept and named.
    static func run(
        clock: String? = morning, on cluster: TestCluster? = nil,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        let server = try await TestServer(cluster ?? .shared(), clock: clock)
        do {
            try await server.prepare()
            try await server.start()
            try await body(server)
            try await server.stop(by: SIGTERM)
        } catch {
            try await server.stop(by: SIGKILL)
            print(server.remains)
            throw error
        }
        try await server.remove()
    }

    private func prepare() async throws {
        let template = try await TemplateDatabase.shared.name(
            in: cluster, isSimulated: clock != nil)
        try await cluster.psql(
            "CREATE DATABASE \(database) TEMPLATE \(template) OWNER zhuqi_owner")
        try Data("a secret of at least thirty-two bytes".utf8).write(to: linkKey)
    }

    /// Starts the server, also again after `stop`: the same database, the same port.
    func start(_ more: [String] = [], leavingOut: Set<String> = []) async throws {
        let started = try launch(arguments.filter { !leavingOut.contains($0) } + more)
        process = started
        let wire = wire
        try await eventually("zhuqid is ready", within: .seconds(120)) {
            guard await started.isRunning else { throw Ended(log: log.path) }
            return try await wire.answers("/readyz")
        }
    }

    struct Ended: Error { let log: String }

    /// Of the server, while it runs.
    func processID() async throws -> Int32 { try await #require(process).id }

    func launch(_ arguments: [String]) throws -> ServerProcess {
        try ServerProcess(
            arguments,
            environment: Product.environment(
                database: cluster.conninfo(user: "zhuqi_server", database: database)),
            log: log)
    }

    func stop(by signal: Int32) async throws {
        try await process?.end(by: signal)
        process = nil
    }

    func restart() async throws {
        try await stop(by: SIGTERM)
        try await start()
    }

    func residentSize() async throws -> Int {
        try await #require(process).residentSize()
    }

    private func remove() async throws {
        try await cluster.psql("DROP DATABASE \(database)")
        Scratch.remove(folder)
    }

    nonisolated var arguments: [String] {
        [
            "--port", "\(port)", "--outbox-file", outbox.path, "--with-links",
            "--link-key-file", linkKey.path,
        ]
            + (clock.map { ["--simulated-clock", $0] } ?? [])
    }

    nonisolated var outbox: URL { folder.appending(path: "outbox.ndjson") }
    nonisolated var log: URL { folder.appending(path: "zhuqid.log") }
    nonisolated private var linkKey: URL { folder.appending(path: "link.key") }

    nonisolated var owner: String { cluster.conninfo(user: "zhuqi_owner", database: database) }

    nonisolated private var remains: String {
        """
        kept: psql '\(owner)'
        kept: \(log.path)
        """
    }
}

extension TestServer {
    /// The token of a person, issued at the first need.
    func token(_ login: String) async throws -> String {
        if let task = tokens[login] { return try await task.value }
        let owner = owner
        let task = Task {
            try await Product.tool(["token", "issue", "--login", login], database: owner)
        }
        tokens[login] = task
        return try await task.value
    }

    /// Looks into the database.
    @discardableResult
    nonisolated func psql(_ sql: String) async throws -> String {
        try await cluster.psql(sql, in: database)
    }

    /// Counts the rows of every table that a request may write.
    nonisolated func counts() async throws -> String {
        let tables = [
            "filed_case", "issue", "issue_event", "clock", "outbox_batch", "enterprise_link",
            "enterprise",
        ]
        let columns = tables.map { "'\($0) ' || (SELECT count(*) FROM \($0))" }
        return try await psql("SELECT " + columns.joined(separator: ", "))
    }

    /// Rebuilds everything from the events; returns what `doctor` printed.
    nonisolated func doctor() async throws -> String {
        try await Product.tool(["doctor"], database: owner)
    }
}
