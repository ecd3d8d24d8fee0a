package import Logging
import ServiceLifecycle
package import WorkingTime

/// Keeps the simulated time of a process that works alarms or notices where another moves it.
package struct ClockFollower: Service {
    private let time: TimeSource
    private let logger: Logger
    private let read: @Sendable () async throws -> Instant?

    /// - Parameter read: tells where simulated time stands.
    package init(
        time: TimeSource, logger: Logger, read: @escaping @Sendable () async throws -> Instant?
    ) {
        self.time = time
        self.logger = logger
        self.read = read
    }

    package func run() async throws {
        await Rounds(
            every: .milliseconds(100), outage: "simulated time can't be read", logger: logger
        ).run {
            if let now = try await read() { time.move(to: now) }
        }
    }
}
