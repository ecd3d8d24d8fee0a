import APIModel
import APIText
import Engine
import Hummingbird
import UseCases

/// `POST /v1/clock`: moves simulated time. There is no such route where time is real.
struct ClockController {
    let moveTime: MoveTime

    func addRoutes(to router: Routes) {
        router.post("/clock", use: advance)
    }

    @Sendable
    private func advance(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        try moveTime.require(person)
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(ClockAdvance.self, shape: .object(["advanceTo": .open]))
        let reached = try await moveTime.move(to: wanted.advanceTo) {
            try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        } waiting: { move in
            try await request.body.consumeWithCancellationOnInboundClose { _ in try await move() }
        }
        // Whoever watches for the end of a connection reads no other request on it.
        return try JSONAnswer.response(
            ClockAdvanced(now: reached.value.now, alarms: reached.value.alarms),
            headers: reached.isReplay ? RequestHeaders.replayed(true) : [.connection: "close"])
    }
}
