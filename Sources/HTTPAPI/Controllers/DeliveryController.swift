import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Notices
import UseCases

/// `/v1/deliveries`: what was to go out, and what became of it.
struct DeliveryController {
    let deliveries: ManageDeliveries

    func addRoutes(to router: Routes) {
        router.get(
            "/deliveries",
            reading: .only(["subscription", "state", "issue", "cursor", "limit"]), use: list)
        router.get("/deliveries/:id", use: one)
        router.post("/deliveries/:id/replays", use: replay)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let found = try await deliveries.list(
            try ManageDeliveries.Narrowing(parameters), of: person, limit: limit)
        return try JSONAnswer.response(
            Page(
                items: found.items.map { DeliveryAnswer($0) }, next: found.next(\.id.description)))
    }

    @Sendable
    private func one(_ request: Request, _ context: APIContext) async throws -> Response {
        let found = try await delivery(context)
        return try JSONAnswer.response(DeliveryAnswer(found.delivery, found.attempts))
    }

    @Sendable
    private func replay(_ request: Request, _ context: APIContext) async throws -> Response {
        let delivery = try await delivery(context).delivery
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        _ = try body.decodeOrEmpty(EmptyBody.self, shape: .object([:]))
        let replayed = try await deliveries.replay(delivery, by: person) {
            try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        }
        return try JSONAnswer.response(
            DeliveryAnswer(replayed.delivery), headers: RequestHeaders.replayed(replayed.isReplay))
    }

    private func delivery(_ context: APIContext) async throws -> TriedDelivery {
        let person = try context.requirePerson()
        return try await deliveries.delivery(
            context.parameters.get("id").flatMap(PathNumber.read), of: person)
    }
}

extension ManageDeliveries.Narrowing {
    fileprivate init(_ parameters: Parameters) throws(InputFault) {
        self.init()
        before = try QueryNumber.cursor(parameters, in: 1...Int.max)
            .map { DeliveryID(Int64($0)) }
        if let text = parameters.get("state") {
            guard let state = Delivery.State(rawValue: text) else {
                throw .unknownName(
                    text, parameter: "state", known: Delivery.State.allCases.map(\.rawValue))
            }
            self.state = state
        }
        subscription = try QueryNumber.id(parameters, "subscription")
        issue = parameters.get("issue")
    }
}
