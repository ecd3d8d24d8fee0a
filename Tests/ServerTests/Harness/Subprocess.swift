import Foundation

/// Runs programs to their end.
enum Subprocess {
    struct Ended: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Throws: `Failed` where the program ends with anything but 0.
    @discardableResult
    static func output(
        of program: URL, _ arguments: [String], environment: [String: String] = [:],
        input: String = ""
    ) async throws -> String {
        let ended = try await run(program, arguments, environment: environment, input: input)
        guard ended.status == 0 else {
            throw Failed(
                description: "\(program.lastPathComponent) \(arguments.first ?? "") ended with "
                    + "\(ended.status): \(ended.errors)\(ended.output)")
        }
        return ended.output.trimmingCharacters(in: .newlines)
    }

    static func run(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        input: String = ""
    ) async throws -> Ended {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try wait(for: program, arguments, environment, input) })
            }
        }
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Files take what is printed: unlike a pipe, they never fill up and stop the program.
    private static func wait(
        for program: URL, _ arguments: [String], _ environment: [String: String], _ input: String
    ) throws -> Ended {
        let folder = try Scratch.folder()
        defer { Scratch.remove(folder) }
        let (given, printed, complained) = (
            folder.appending(path: "in"), folder.appending(path: "out"),
            folder.appending(path: "err")
        )
        try Data(input.utf8).write(to: given)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try Scratch.writing(to: printed)
        process.standardError = try Scratch.writing(to: complained)
        try process.run()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus,
            output: try String(contentsOf: printed, encoding: .utf8),
            errors: try String(contentsOf: complained, encoding: .utf8))
    }
}
