import Casework
package import WorkingTime

/// Moves simulated time forward, ringing the alarms on the way and draining what they set off.
package actor ClockMover {
    package enum Refusal: Error, Sendable {
        case backwards(now: Instant)
    }

    private let gateway: CommandGateway
    private let sweeper: AlarmSweeper?
    private let outbox: OutboxReader?
    private let keep: @Sendable (Instant) async throws -> Void
    /// Invariant: at most one move is under way; it takes itself out before it ends.
    private var moving: Task<Int, any Error>?

    /// - Parameters:
    ///   - sweeper: nil where other processes work the alarms: then only time moves here.
    ///   - outbox: nil where other processes carry on what happens.
    ///   - keep: stores where simulated time stands.
    package init(
        gateway: CommandGateway, sweeper: AlarmSweeper?, outbox: OutboxReader?,
        keep: @escaping @Sendable (Instant) async throws -> Void
    ) {
        self.gateway = gateway
        self.sweeper = sweeper
        self.outbox = outbox
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
        let now = gateway.time.now
        guard target >= now else { throw Refusal.backwards(now: now) }
        guard let sweeper else {
            try await stand(at: target)
            return 0
        }
        // What was done before is told at its time.
        try await outbox?.drain()
        var count = 0
        repeat {
            try Task.checkCancellation()
            try await stand(at: min(target, outbox?.stop(after: gateway.time.now) ?? target))
            // Each mark counts from its own instant, so many are worked at once.
            while let alarm = try await sweeper.alarms.nextAlarm(), alarm <= gateway.time.now {
                let rung = try await sweeper.sweep(until: gateway.time.now)
                guard rung > 0 else { break }
                count += rung
                try Task.checkCancellation()
            }
            try await outbox?.drain()
        } while gateway.time.now < target
        return count
    }

    /// What is kept and what the process goes by stay one, whoever gives up meanwhile.
    private func stand(at instant: Instant) async throws {
        let (keep, time) = (keep, gateway.time)
        try await Task {
            try await keep(instant)
            time.move(to: instant)
        }.value
    }
}
