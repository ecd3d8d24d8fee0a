import Foundation
import Settings

/// The built tool, run as a process of its own.
struct Tool {
    struct Ended: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    private let process = Process()
    private let folder: URL

    private static let program = Bundle.main.bundleURL.appending(path: "zhuqi")

    /// Begins to run; it is signed in, and finds no settings of whoever runs the tests.
    ///
    /// - Parameter home: where it keeps what it keeps, with no token in the environment then; nil for a
    ///   folder that goes with it.
    init(_ arguments: [String], home: URL? = nil) throws {
        let manager = FileManager.default
        folder = manager.temporaryDirectory.appending(path: "zhuqi-tool-\(UUID().uuidString)")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = [
            StaffSettings.configurationFolder.variable: (home ?? folder).path()
        ]
        if home == nil { process.environment?[StaffSettings.token.variable] = "zq_test" }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.writing(to: folder.appending(path: "out"))
        process.standardError = try Self.writing(to: folder.appending(path: "err"))
        try process.run()
    }

    static func run(_ arguments: [String], home: URL? = nil) async throws -> Ended {
        try await Tool(arguments, home: home).end()
    }

    func interrupt() { process.interrupt() }

    func end() async throws -> Ended {
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        defer { try? FileManager.default.removeItem(at: folder) }
        return Ended(
            status: process.terminationStatus,
            output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
            errors: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
    }

    /// Files take what is printed: unlike a pipe, they never fill up and stop the program.
    private static func writing(to file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
