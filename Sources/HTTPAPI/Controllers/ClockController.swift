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

    func addRoutes(to router: RouterGroup<APIContext>) {
        router.post("/clock", use: advance)
    }

    @Sendable
    private func advance(_ request: Request, _ context: APIContext) async throws -> Response {
        guard try context.requirePerson().holds(.systemAdministrator) else {
            throw RequestFault.forbidden(
                zh: "只有系统管理员可以推进模拟时间。",
                en: "Only a system administrator moves simulated time.")
        }
        let body = try await JSONBody(request, context)
            .decode(ClockAdvance.self, shape: .object(["advanceTo": .open]))
        let target = try Self.instant(body.advanceTo)
        guard target.seconds - time.now.seconds <= Self.longestMove else {
            throw RequestFault.invalid([
                .init(pointer: "/advanceTo", detail: "at most ten years are moved at once")
            ])
        }
        do {
            let count = try await mover.advance(to: target)
            return try JSONAnswer.response(
                ClockAdvanced(now: time.now.rfc3339(in: try Self.zone()), alarms: count))
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
