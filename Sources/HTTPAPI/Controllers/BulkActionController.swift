import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `POST /v1/actions`: actions on many issues, each decided and answered for itself.
///
/// A body that is no such list is refused whole; what is wrong with one item touches no other.
struct BulkActionController {
    let gateway: CommandGateway
    let actions: ActInBulk

    func endpoints() throws -> [Endpoint] {
        try [
            .post(
                .actions, "同时办理多个问题，每项各有结果", "Takes actions on up to 500 issues, each for itself",
                within: .many, use: act
            ).refusing(.invalidValues)
        ]
    }

    @Sendable
    private func act(
        _ call: Call, _ body: SentBody<BulkActionBody>
    ) async throws -> Reply<BulkActionAnswer> {
        let person = try call.person()
        let items = try await body.read().value.items
        let answers = try await actions.act(
            on: items.map { gateway.reference($0.issue) }, by: .person(person),
            reading: { try BulkItem(items[$0], at: $0).read() },
            answering: { answer($1, at: $0, call.context) })
        return Reply(BulkActionAnswer(items: answers))
    }

    private func answer(
        _ result: Result<ActOnIssues.Done, any Error>, at place: Int, _ context: APIContext
    ) -> BulkActionAnswer.Item {
        switch result {
        case .success(let done):
            let viewer = Viewer(
                world: gateway.world.value, standingAt: gateway.time.now, context.language)
            return BulkActionAnswer.Item(
                viewer.action(done), status: 201, isReplay: done.isReplay)
        case .failure(let error):
            let text = ProblemText(thrown: error, fields: "/items/\(place)/fields/")
            text.noteFailure(error, context.trace)
            var problem = text.problem(in: context.language)
            problem.requestId = context.trace?.id
            return BulkActionAnswer.Item(problem, retryAfter: text.retryAfter)
        }
    }
}
