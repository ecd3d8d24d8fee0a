import ServiceLifecycle
package import WorkingTime

/// Sends each issue whose alarm fell due a command to settle. Late or twice, it changes nothing.
package struct AlarmSweeper: Service {
    let alarms: any AlarmStore
    private let gateway: CommandGateway
    private let observer: any Observer
    private let longestWait: Duration

    package init(
        gateway: CommandGateway, alarms: any AlarmStore, longestWait: Duration = .seconds(1),
        observer: any Observer
    ) {
        self.alarms = alarms
        self.gateway = gateway
        self.longestWait = longestWait
        self.observer = observer
    }

    /// Looks every `longestWait` for what is due, until the process ends; what fails is tried again then.
    package func run() async throws {
        await PollLoop(of: .alarms, every: longestWait, observer: observer).run {
            guard try await alarms.leadsAlarms() else { return }
            _ = try await sweep(until: gateway.time.now)
        }
    }

    /// Settles everything due by an instant, page by page.
    ///
    /// - Returns: how many marks became events.
    ///
    /// - Throws: what the store does; what fails for one issue is told, and holds up no other.
    package func sweep(until instant: Instant) async throws -> Int {
        var count = 0
        var place: AlarmPlace?
        while true {
            let page = try await alarms.dueAlarms(at: instant, after: place, limit: 512)
            guard let first = page.first, let last = page.last else { return count }
            let rung = await settle(page, at: instant)
            if rung > 0 {
                observer.note(
                    .alarmsRang(count: rung, secondsLate: instant.seconds - first.at.seconds))
            }
            count += rung
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
                        return try await gateway.settle(issue, at: instant)
                    } catch {
                        observer.note(.issueUnsettled(issue, error: "\(error)"))
                        return 0
                    }
                }
            }
            return await group.reduce(0, +)
        }
    }
}
