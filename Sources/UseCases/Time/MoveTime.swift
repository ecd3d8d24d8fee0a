package import Casework
package import Engine
package import Store
import Workflow
import WorkingTime

/// Moves simulated time for whoever may.
package struct MoveTime: Sendable {
    /// Units: seconds.
    private static let longest: Int64 = 3653 * 86400

    private let mover: ClockMover
    private let time: TimeSource
    private let requests: RequestRecords

    package init(mover: ClockMover, time: TimeSource, records: Records) {
        self.mover = mover
        self.time = time
        requests = records.requests
    }

    /// Where simulated time stands after a move, and what came of it.
    ///
    /// Stored as an answer: its form never changes.
    package struct Reached: Codable, Hashable, Sendable {
        /// RFC 3339.
        package let now: String
        /// Marks that became events on the way.
        package let alarms: Int
    }

    /// - Throws: `forbidden`.
    package func require(_ person: Person) throws(InputFault) {
        guard person.holds(.systemAdministrator) else {
            throw .forbidden(
                zh: "只有系统管理员可以推进模拟时间。",
                en: "Only a system administrator moves simulated time.")
        }
    }

    /// Moves time to an instant. It goes on as long as whoever asked waits for it.
    ///
    /// - Parameters:
    ///   - text: RFC 3339.
    ///   - key: read once the instant is known to be one.
    ///   - wait: carries the move out, and cancels it where nobody waits any more.
    package func move(
        to text: String, under key: () throws -> RequestKey?,
        waiting wait: (@escaping @Sendable () async throws -> Int) async throws -> Int
    ) async throws -> Answered<Reached> {
        let target = try Self.instant(text)
        let key = try key()
        if let key, let earlier = try await requests.kept(Reached.self, under: key) {
            return Answered(earlier, isReplay: true)
        }
        try check(target)
        let reached = try await reach(target, waiting: wait)
        if let key { try await requests.keep(reached, under: key) }
        return Answered(reached, isReplay: false)
    }

    private func reach(
        _ target: Instant,
        waiting wait: (@escaping @Sendable () async throws -> Int) async throws -> Int
    ) async throws -> Reached {
        let (mover, zone) = (mover, try Self.zone())
        do {
            let count = try await wait { try await mover.advance(to: target) }
            return Reached(now: time.now.rfc3339(in: zone), alarms: count)
        } catch ClockMover.Refusal.backwards(let now) {
            throw InputFault.clockBackwards(now: now.rfc3339(in: zone))
        } catch is CancellationError {
            throw InputFault.moveStopped(now: time.now.rfc3339(in: zone))
        }
    }

    /// - Throws: what refuses the request before anything moves.
    private func check(_ target: Instant) throws {
        guard target.seconds - time.now.seconds <= Self.longest else {
            throw InputFault.invalid(
                "/advanceTo", zh: "一次至多推进十年", en: "at most ten years are moved at once")
        }
        guard target >= time.now else {
            throw InputFault.clockBackwards(now: time.now.rfc3339(in: try Self.zone()))
        }
    }

    private static func instant(_ text: String) throws(InputFault) -> Instant {
        do throws(WorkingTimeRefusal) {
            return try Instant(rfc3339: text)
        } catch {
            throw .invalid("/advanceTo", error.words)
        }
    }

    private static func zone() throws -> ZoneTable {
        try ZoneTable(identifier: "Asia/Shanghai")
    }
}
