import Foundation

/// A running `zhuqid serve`.
actor ServerProcess {
    private let process: Process

    init(_ arguments: [String], environment: [String: String], log: URL) throws {
        process = Process()
        process.executableURL = Product.zhuqid
        process.arguments = ["serve"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let handle = try Scratch.writing(to: log)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    var id: Int32 { process.processIdentifier }

    /// Sends a signal and waits for the end.
    func end(by signal: Int32) async throws {
        guard process.isRunning else { return }
        kill(process.processIdentifier, signal)
        try await eventually("zhuqid ends", within: .seconds(120)) { await !self.isRunning }
    }

    /// Units: kibibytes of memory that are in use.
    func residentSize() throws -> Int {
        let status = try String(
            contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
