package import Logging
import ServiceLifecycle
package import WorkingTime

/// Sends each issue whose alarm fell due a command to settle. Late or twice, it changes nothing.
package struct AlarmSweeper: Service {
    private let desk: Desk
    private let logger: Logger
    private let longestWait: Duration

    package init(desk: Desk, longestWait: Duration = .seconds(1), logger: Logger) {
        self.desk = desk
        self.longestWait = longestWait
        self.logger = logger
    }

    package func run() async throws {
        await Rounds(every: longestWait, outage: "alarms stand", logger: logger).run {
            guard try await desk.store.leadsAlarms() else { return }
            let count = try await sweep(until: desk.time.now)
            if count > 0 { logger.info("alarms rang", metadata: ["count": "\(count)"]) }
        }
    }

    /// Settles everything due by an instant, page by page.
    ///
    /// - Returns: how many marks became events.
    package func sweep(until instant: Instant) async throws -> Int {
        var count = 0
        var place: AlarmPlace?
        while true {
            let page = try await desk.store.dueAlarms(at: instant, after: place, limit: 512)
            guard let last = page.last else { return count }
            count += await settle(page, at: instant)
            place = last
            try Task.checkCancellation()
        }
    }

    /// One issue that can't be settled is reported and does not hold up the others.
    private func settle(_ page: [AlarmPlace], at instant: Instant) async -> Int {
        await withTaskGroup(of: Int.self) { group in
            for issue in Set(page.map(\.issue)) {
                group.addTask {
                    do {
                        return try await desk.settle(issue, at: instant)
                    } catch {
                        logger.error(
                            "issue can't be settled",
                            metadata: ["issue": "\(issue)", "error": "\(error)"])
                        return 0
                    }
                }
            }
            return await group.reduce(0, +)
        }
    }
}
