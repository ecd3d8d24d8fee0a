import Foundation

/// Runs the real psql, as an operator would.
package struct Psql: Sendable {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String

        /// The SQLSTATE of the first error.
        package var sqlState: String? {
            errors.firstMatch(of: /(?:ERROR|FATAL):  ([0-9A-Z]{5}):/).map { String($0.output.1) }
        }
    }

    private let conninfo: String
    private let role: String?

    /// - Parameter role: the role that the session takes; nil is the superuser.
    package init(_ database: TestDatabase, as role: String? = nil) {
        conninfo = database.conninfo
        self.role = role
    }

    /// Runs a script up to its first error.
    package func run(_ script: String, variables: [String: String] = [:]) throws -> Outcome {
        var arguments = ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose"]
        for (name, value) in variables { arguments += ["-v", "\(name)=\(value)"] }
        let settings = role.map { ["PGOPTIONS": "-c role=\($0)"] } ?? [:]
        return try Program.run(
            arguments + ["-d", conninfo], input: script, environment: settings)
    }
}

/// Runs another program and waits for its end.
package enum Program {
    package static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> Psql.Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        let files = try Scratch.files(named: ["in", "out", "err"])
        try Data(input.utf8).write(to: files[0])
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        defer { Scratch.remove(files[0].deletingLastPathComponent()) }
        return Psql.Outcome(
            status: process.terminationStatus,
            output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8))
    }
}
