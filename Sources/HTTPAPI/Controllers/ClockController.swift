import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// `POST /v1/clock`: moves simulated time. There is no such route where time is real.
struct ClockController {
    let mover: ClockMover
    let time: TimeSource
    let records: any RequestRecords

    func addRoutes(to router: Routes) {
        router.post("/clock", use: advance)
    }

    /// Goes on as long as whoever asked waits for it.
    @Sendable
    private func advance(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        guard person.holds(.systemAdministrator) else {
            throw RequestFault.forbidden(
                zh: "只有系统管理员可以推进模拟时间。",
                en: "Only a system administrator moves simulated time.")
        }
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(ClockAdvance.self, shape: .object(["advanceTo": .open]))
        let target = try Self.instant(wanted.advanceTo)
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        if let key, let earlier = try await records.kept(ClockAdvanced.self, under: key) {
            return try JSONAnswer.response(earlier, headers: RequestHeaders.replayed(true))
        }
        try check(target)
        let answer = try await move(to: target, request)
        if let key { try await records.keep(answer, under: key) }
        // Whoever watches for the end of a connection reads no other request on it.
        return try JSONAnswer.response(answer, headers: [.connection: "close"])
    }

    private func move(to target: Instant, _ request: Request) async throws -> ClockAdvanced {
        let (mover, zone) = (mover, try Self.zone())
        do {
            let count = try await request.body.consumeWithCancellationOnInboundClose { _ in
                try await mover.advance(to: target)
            }
            return ClockAdvanced(now: time.now.rfc3339(in: zone), alarms: count)
        } catch ClockMover.Refusal.backwards(let now) {
            throw RequestFault.clockBackwards(now: now.rfc3339(in: zone))
        } catch is CancellationError {
            throw RequestFault.moveStopped(now: time.now.rfc3339(in: zone))
        }
    }

    /// - Throws: what refuses the request before anything moves.
    private func check(_ target: Instant) throws {
        guard target.seconds - time.now.seconds <= Self.longestMove else {
            throw RequestFault.invalid([
                .init(pointer: "/advanceTo", detail: "at most ten years are moved at once")
            ])
        }
        guard target >= time.now else {
            throw RequestFault.clockBackwards(now: time.now.rfc3339(in: try Self.zone()))
        }
    }

    /// Units: seconds.
    private static let longestMove: Int64 = 3653 * 86400

    private static func instant(_ text: String) throws(RequestFault) -> Instant {
        do throws(WorkingTimeRefusal) {
            return try Instant(rfc3339: text)
        } catch {
            throw .invalid([.init(pointer: "/advanceTo", detail: error.message)])
        }
    }

    private static func zone() throws -> ZoneTable {
        try ZoneTable(identifier: "Asia/Shanghai")
    }
}
