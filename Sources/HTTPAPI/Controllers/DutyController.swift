import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `/v1/duties`: what somebody owes, and what it waits for. Term: 待办.
struct DutyController {
    let gateway: CommandGateway
    let duties: ReadDuties

    private static let queue = QueryParameter(
        "queue", "哪个队列：mine 要我办的，unit 本单位的，others 等别人办的",
        "Which queue: mine is mine to do, unit my unit's, others what I wait for",
        shape: .choice(ReadDuties.Queue.allCases.map(\.rawValue)))

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.duties, "待办", "Lists what is owed", use: list)
                .reading([Self.queue, .cursor, .limit])
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<DutyAnswer>> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let page = try await duties.list(
            parameters.get("queue"), after: parameters.get("cursor").map(PlaceCursor.dutyPlace),
            limit: try QueryNumber.limit(parameters), for: asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(items: page.items.map(viewer.duty), next: page.next.map(PlaceCursor.text)))
    }
}
