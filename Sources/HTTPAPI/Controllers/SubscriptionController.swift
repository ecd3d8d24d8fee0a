import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Notices
import UseCases
import WorkingTime

/// `/v1/subscriptions`: which webhooks want to be told, and of what.
struct SubscriptionController {
    let world: CurrentWorld
    let subscriptions: ManageSubscriptions

    func addRoutes(to router: Routes) {
        router.get("/subscriptions", reading: .only(["cursor", "limit"]), use: list)
        router.post("/subscriptions", use: add)
        router.delete("/subscriptions/:id", use: end)
        router.post("/subscriptions/:id/rotations", use: rotate)
        router.post("/subscriptions/:id/replays", use: replay)
        router.post("/subscriptions/:id/resumptions", use: resume)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let found = try await subscriptions.list(
            of: person, after: SubscriptionID(Int64(after)), limit: limit)
        return try JSONAnswer.response(
            Page(items: found.items.map { answer($0) }, next: found.next(\.id.description)))
    }

    @Sendable
    private func add(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(SubscriptionBody.self, shape: SubscriptionBody.shape)
        let added = try await subscriptions.add(SubscriptionRequest(wanted), of: person) {
            try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        }
        return try JSONAnswer.response(
            answer(added.subscription, secret: added.secret), status: .created,
            headers: RequestHeaders.replayed(added.isReplay))
    }

    @Sendable
    private func end(_ request: Request, _ context: APIContext) async throws -> Response {
        try await subscriptions.end(try await subscription(context))
        return Response(status: .noContent)
    }

    @Sendable
    private func rotate(_ request: Request, _ context: APIContext) async throws -> Response {
        let subscription = try await subscription(context)
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decodeOrEmpty(
            RotationBody.self, shape: .object(["overlapHours": .open]))
        let rotated = try await subscriptions.rotate(
            subscription, overlap: try wanted.wholeHours
        ) { try RequestHeaders.requestKey(request, body: body.bytes, of: person) }
        return try JSONAnswer.response(
            RotationAnswer(
                secret: rotated.secret, previousUntil: rotated.previousUntil.description),
            status: .created, headers: RequestHeaders.replayed(rotated.isReplay))
    }

    @Sendable
    private func replay(_ request: Request, _ context: APIContext) async throws -> Response {
        let subscription = try await subscription(context)
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        _ = try body.decodeOrEmpty(EmptyBody.self, shape: .object([:]))
        let replayed = try await subscriptions.replayDead(of: subscription) {
            try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        }
        return try JSONAnswer.response(
            CountAnswer(count: replayed.value), headers: RequestHeaders.replayed(replayed.isReplay))
    }

    @Sendable
    private func resume(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let subscription = try await subscription(context)
        let body = try await JSONBody(request, context)
        let wanted = try body.decodeOrEmpty(ResumptionBody.self, shape: .object(["missed": .open]))
        let resumed = try await subscriptions.resume(subscription, missed: wanted.missed) {
            try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        }
        return try JSONAnswer.response(
            answer(resumed.subscription), status: .created,
            headers: RequestHeaders.replayed(resumed.isReplay))
    }

    private func subscription(_ context: APIContext) async throws -> Subscription {
        let person = try context.requirePerson()
        return try await subscriptions.subscription(
            context.parameters.get("id").flatMap(PathNumber.read), of: person)
    }

    private func answer(_ subscription: Subscription, secret: String? = nil) -> SubscriptionAnswer {
        SubscriptionAnswer(
            subscription, owner: world.value.directory.person(subscription.person), secret: secret)
    }
}
