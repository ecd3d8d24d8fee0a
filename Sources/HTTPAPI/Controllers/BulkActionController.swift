import APIModel
import Casework
import Engine
import Hummingbird
import JSON

/// `POST /v1/actions`: actions on many issues, each decided and answered for itself.
///
/// A body that is no such list is refused whole; what is wrong with one item touches no other.
struct BulkActionController {
    private static let mostItems = 500
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
    let reader: any CaseReader

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
        guard (1...Self.mostItems).contains(items.count) else {
            throw RequestFault.invalid([
                .init(pointer: "/items", detail: "must hold 1 to \(Self.mostItems) items")
            ])
        }
        let run = BulkActionRun(
            items: items, principal: .person(person),
            sending: ActionSending(desk: desk, reader: reader), context: context)
        return try JSONAnswer.response(BulkActionAnswer(items: try await run.answers()))
    }
}
