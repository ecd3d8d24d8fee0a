import ArgumentParser
import Casework
import CommandText
import Definitions
import Foundation
import Logging
import Postgres
import Settings
import Store
import UseCases

/// Where the database is, and where the SQL lies that talks to it.
struct DatabaseOptions: SettingOptions {
    @Option(ServerSettings.file) var settings: String?
    @Option(ServerSettings.database) var database: String?
    @Option(ServerSettings.sql) var sql: String?

    var flags: [String: String?] {
        [
            ServerSettings.file.name: settings, ServerSettings.database.name: database,
            ServerSettings.sql.name: sql,
        ]
    }

    func given() throws -> GivenSettings { try GivenSettings([self]) }

    /// - Throws: a usage error where no database is named.
    func conninfo() throws -> String { try given().required(ServerSettings.database) }

    func queries() throws -> QueryCatalogue {
        try QueryCatalogue(folder: try folder().appending(path: "queries"))
    }

    func migrations() throws -> [Migration] {
        try Migration.all(in: try folder().appending(path: "migrations"))
    }

    /// Opens a connection of its own for the body, and closes it whatever comes.
    func withConnection<Value>(
        _ logger: Logger = ToolLogger.make(), _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let connection = try await PostgresConnection.open(
            ConnectionOptions(try conninfo()), logger: logger)
        return try await closing(connection.close) { try await body(connection) }
    }

    /// Makes a pool for the body, and closes it whatever comes.
    func withPool<Value>(
        size: Int, _ logger: Logger, meter: (any PoolMeter)? = nil,
        _ body: (ConnectionPool) async throws -> Value
    ) async throws -> Value {
        let pool = ConnectionPool(
            options: ConnectionOptions(
                try conninfo(), statementTimeout: .seconds(30), planning: .once),
            size: size,
            maximumWaiters: 2048, maximumWait: .seconds(5), logger: logger, meter: meter)
        return try await closing(pool.close) { try await body(pool) }
    }

    /// Reads what is published, for commands that otherwise need no database.
    func publishedWorld() async throws -> World {
        try await withPool(size: 2, ToolLogger.make()) { pool in
            let statements = NamedStatements(over: pool, try queries())
            return try await LoadWorld(PublicationRecords(statements), by: .yaml).load().world
        }
    }

    private func folder() throws -> URL {
        if let path = try given()(ServerSettings.sql) { return URL(filePath: path) }
        return try InstalledFolder.find("SQL", holding: "queries")
    }
}

/// Finds folders that are installed with the program: beside it, or above it in a checkout.
enum InstalledFolder {
    static func find(_ name: String, holding inner: String) throws -> URL {
        let program = URL(filePath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath()
        var place = program.deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = place.appending(path: name)
            if FileManager.default.fileExists(atPath: candidate.appending(path: inner).path) {
                return candidate
            }
            place = place.deletingLastPathComponent()
        }
        let here = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: name)
        guard FileManager.default.fileExists(atPath: here.appending(path: inner).path) else {
            throw ValidationError(
                zh: "程序旁没有 \(name)/：请写明在哪里",
                en: "can't find \(name)/ beside the program: name it")
        }
        return here
    }
}
