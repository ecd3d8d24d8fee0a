import ServiceLifecycle
package import WorkingTime

/// Keeps the simulated time of a process that works alarms or notices where another moves it.
package struct ClockFollower: Service {
    private let time: TimeSource
    private let observer: any Observer
    private let read: @Sendable () async throws -> Instant?

    /// - Parameter read: tells where simulated time stands.
    package init(
        time: TimeSource, observer: any Observer,
        read: @escaping @Sendable () async throws -> Instant?
    ) {
        self.time = time
        self.observer = observer
        self.read = read
    }

    /// Reads ten times a second where simulated time stands, until the process ends.
    package func run() async throws {
        await PollLoop(of: .simulatedTime, every: .milliseconds(100), observer: observer).run {
            if let now = try await read() { time.move(to: now) }
        }
    }
}
