import APIModel
import APIText
import Engine
import Hummingbird
import Languages
import UseCases

/// `POST /v1/clock`: moves simulated time. There is no such route where time is real.
struct ClockController {
    let moveTime: MoveTime

    func endpoints() throws -> [Endpoint] {
        try [
            .post(.clock, "推进模拟时间（仅模拟环境）", "Moves time where it is simulated", use: advance)
                .once(.optional).calledBy(Label(zh: "系统管理员", en: "System administrators"))
                // Not found: whoever asks for it where time is real.
                .refusing(
                    .notFound, .notPermitted, .invalidValues, .clockBackwards, .moveStopped)
        ]
    }

    @Sendable
    private func advance(
        _ call: Call, _ body: SentBody<ClockAdvance>
    ) async throws -> Reply<ClockAdvanced> {
        let person = try call.person()
        try moveTime.require(person)
        let (request, sent) = (call.request, try await body.read())
        let reached = try await moveTime.move(to: sent.value.advanceTo) {
            try call.requestKey(sent.bytes)
        } waiting: { move in
            try await request.body.consumeWithCancellationOnInboundClose { _ in try await move() }
        }
        // Whoever watches for the end of a connection reads no other request on it.
        return Reply(
            ClockAdvanced(now: reached.value.now, alarms: reached.value.alarms),
            isReplay: reached.isReplay, headers: reached.isReplay ? [:] : [.connection: "close"])
    }
}
