import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `/v1/duties`: what somebody owes, and what it waits for; `/v1/queues`: how much of it. Term: 待办.
struct DutyController {
    let gateway: CommandGateway
    let duties: ReadDuties
    let counting: CountDuties

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.duties, "待办", "Lists what is owed", use: list)
                .reading(DutyQuestion.parameters + [.cursor, .limit]),
            .get(
                .queues, "各队列的待办数，按时限分：超期、今日到期、以后到期、无期限或暂停；每项最多数到约三百",
                "Counts the duties of each queue: overdue, due today, later, undated or standing still; "
                    + "each up to about three hundred", use: count),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<DutyAnswer>> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let page = try await duties.list(
            DutyQuestion(parameters),
            after: parameters.get("cursor").map(PlaceCursor.dutyPlace),
            limit: try QueryNumber.limit(parameters), for: asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(items: page.items.map(viewer.duty), next: page.next.map(PlaceCursor.text)))
    }

    @Sendable
    private func count(_ call: Call) async throws -> Reply<QueuesAnswer> {
        let asker = gateway.asker(try call.person())
        let queues = try await counting.queues(of: asker)
        return Reply(Viewer(asker, call.language).queues(queues))
    }
}
