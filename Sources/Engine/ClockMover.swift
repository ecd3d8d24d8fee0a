import Casework
package import WorkingTime

/// Moves simulated time forward, ringing the alarms on the way and draining what they set off.
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
    /// Invariant: at most one move is under way; it takes itself out before it ends.
    private var moving: Task<Int, any Error>?

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

    /// Advances to the target and answers when everything on the way was carried out; one move waits
    /// for the other.
    ///
    /// - Returns: how many marks became events.
    /// - Throws: `CancellationError` where whoever asked is gone: what was reached stands.
    package func advance(to target: Instant) async throws -> Int {
        while let before = moving { _ = await before.result }
        try Task.checkCancellation()
        let task = Task {
            defer { moving = nil }
            return try await move(to: target)
        }
        moving = task
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func move(to target: Instant) async throws -> Int {
        let now = desk.time.now
        guard target >= now else { throw Refusal.backwards(now: now) }
        guard let sweeper else {
            try await stand(at: target)
            return 0
        }
        // What was done before is told at its time.
        try await tell()
        var count = 0
        repeat {
            try Task.checkCancellation()
            try await stand(at: stop(before: target))
            // Each mark counts from its own instant, so many are worked at once.
            while let alarm = try await sweeper.alarms.nextAlarm(), alarm <= desk.time.now {
                let rung = try await sweeper.sweep(until: desk.time.now)
                guard rung > 0 else { break }
                count += rung
                try Task.checkCancellation()
            }
            try await tell()
        } while desk.time.now < target
        try await relay?.drain()
        return count
    }

    /// The moment before the next digest, so that each holds what came before it; else the target.
    private func stop(before target: Instant) -> Instant {
        guard fanOut != nil else { return target }
        let hours = desk.world.value.noticeHours
        let now = desk.time.now
        var digest = hours.digest(after: now).at
        if digest.microseconds - 1 <= now.microseconds { digest = hours.digest(after: digest).at }
        return min(target, Instant(microseconds: digest.microseconds - 1))
    }

    /// Carries to other issues and to receivers what was committed. Each has a reader of its own, so
    /// neither waits for the other; what came of it for other issues, here or in another process, is
    /// told after it.
    private func tell() async throws {
        let fanOut = fanOut
        async let told: Void? = fanOut?.drain()
        try await common?.drain()
        try await told
        try await fanOut?.drain()
    }

    /// What is kept and what the process goes by stay one, whoever gives up meanwhile.
    private func stand(at instant: Instant) async throws {
        let (keep, time) = (keep, desk.time)
        try await Task {
            try await keep(instant)
            time.move(to: instant)
        }.value
    }
}
