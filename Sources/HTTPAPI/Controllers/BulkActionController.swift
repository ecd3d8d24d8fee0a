import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import JSON
import UseCases

/// `POST /v1/actions`: actions on many issues, each decided and answered for itself.
///
/// A body that is no such list is refused whole; what is wrong with one item touches no other.
struct BulkActionController {
    /// Forty values an item, where all are used.
    private static let limits = JSONLimits(deepest: 32, mostValues: 20_000)
    private static let shape = BodyShape.object([
        "items": .list(
            .object([
                "issue": .open, "action": .open, "version": .open, "key": .open,
                "comment": .open, "fields": .open,
            ]))
    ])

    let desk: Desk
    let actions: ActSideBySide

    func addRoutes(to router: Routes) {
        router.post("/actions", use: act)
    }

    @Sendable
    private func act(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let items = try body.decode(
            BulkActionBody.self, shape: Self.shape, within: Self.limits
        ).items
        let answers = try await actions.act(
            on: items.map { IssueReference($0.issue) }, by: .person(person),
            reading: { try BulkItem(items[$0], at: $0).read() },
            answering: { answer($1, at: $0, context) })
        return try JSONAnswer.response(BulkActionAnswer(items: answers))
    }

    private func answer(
        _ result: Result<ActOnIssues.Done, any Error>, at place: Int, _ context: APIContext
    ) -> BulkActionAnswer.Item {
        switch result {
        case .success(let done):
            let viewer = Viewer(
                world: desk.world.value, standingAt: desk.time.now, context.language)
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
