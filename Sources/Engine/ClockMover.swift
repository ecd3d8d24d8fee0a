package import WorkingTime

/// Moves simulated time forward from alarm to alarm, draining what each sets off.
package actor ClockMover {
    package enum Refusal: Error, Sendable {
        case backwards(now: Instant)
    }

    private let desk: Desk
    private let sweeper: AlarmSweeper?
    private let relay: OutboxRelay?
    private let fanOut: FanOut?
    private let common: CommonRelay?
    private let keep: @Sendable (Instant) async throws -> Void

    /// - Parameters:
    ///   - sweeper: nil where other processes work the alarms: then only time moves here.
    ///   - keep: stores where simulated time stands.
    package init(
        desk: Desk, sweeper: AlarmSweeper?, relay: OutboxRelay?, fanOut: FanOut?,
        common: CommonRelay?, keep: @escaping @Sendable (Instant) async throws -> Void
    ) {
        self.desk = desk
        self.sweeper = sweeper
        self.relay = relay
        self.fanOut = fanOut
        self.common = common
        self.keep = keep
    }

    /// Advances to the target and answers when everything on the way was carried out.
    ///
    /// - Returns: how many marks became events.
    package func advance(to target: Instant) async throws -> Int {
        let now = desk.time.now
        guard target >= now else { throw Refusal.backwards(now: now) }
        guard let sweeper else {
            try await stand(at: target)
            return 0
        }
        try await common?.drain()
        var count = 0
        var last: Instant?
        while let alarm = try await desk.store.nextAlarm(), alarm <= target, alarm != last {
            try await stand(at: max(alarm, desk.time.now))
            count += try await sweeper.sweep(until: desk.time.now)
            try await common?.drain()
            // What the alarm set off is told at its time: quiet hours and digests go by it.
            try await fanOut?.drain()
            last = alarm
        }
        try await stand(at: target)
        count += try await sweeper.sweep(until: target)
        try await common?.drain()
        try await relay?.drain()
        try await fanOut?.drain()
        return count
    }

    private func stand(at instant: Instant) async throws {
        try await keep(instant)
        desk.time.move(to: instant)
    }
}
