import Dispatch
import Glibc

/// Ends work that leaves nothing half done where the process is asked to end.
enum Interruptible {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Runs a body as a task that a signal cancels.
    ///
    /// - Throws: what the body throws; `CancellationError` where a signal came in time.
    static func run(_ body: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await body() }
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { task.cancel() }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in signals { signal(number, SIG_DFL) }
        }
        try await task.value
    }
}
