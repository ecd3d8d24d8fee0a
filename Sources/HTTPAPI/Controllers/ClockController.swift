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

    func addRoutes(to router: RouterGroup<APIContext>) {
        router.post("/clock", use: advance)
    }

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
        guard target.seconds - time.now.seconds <= Self.longestMove else {
            throw RequestFault.invalid([
                .init(pointer: "/advanceTo", detail: "at most ten years are moved at once")
            ])
        }
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        if let key, let earlier = try await records.kept(ClockAdvanced.self, under: key) {
            return try JSONAnswer.response(earlier, headers: RequestHeaders.replayed(true))
        }
        do {
            let count = try await mover.advance(to: target)
            let answer = ClockAdvanced(now: time.now.rfc3339(in: try Self.zone()), alarms: count)
            if let key { try await records.keep(answer, under: key) }
            return try JSONAnswer.response(answer)
        } catch ClockMover.Refusal.backwards(let now) {
            throw RequestFault.clockBackwards(now: now.rfc3339(in: try Self.zone()))
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
