import APIModel
import Casework
import Engine
import HTTPTypes
import Hummingbird
import Workflow
import WorkingTime

/// `POST /v1/issues/{id}/actions`, and what may be done now.
struct ActionController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.post("/issues/:id/actions", use: act)
        router.get("/issues/:id/actions", use: options)
    }

    /// Checks in the promised order: 400, 428, 404, and the rest in the domain.
    @Sendable
    private func act(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let body = try await JSONBody(request, context)
        let wanted = try body.action()
        let terms = ActionSending.Terms(
            key: try RequestHeaders.idempotencyKey(request.headers),
            requestDigest: RequestDigest.digest(of: request, body: body.bytes),
            expected: try RequestHeaders.expectedVersion(request.headers))
        let issue = try IssuePath.reference(context.parameters.require("id"))
        let sending = ActionSending(desk: desk, reader: reader)
        let outcome = try await sending.send(wanted, on: issue, by: principal, terms)
        let viewer = Viewer(
            principal, world: desk.world.value, language: context.language,
            standingAt: desk.time.now)
        var headers = RequestHeaders.replayed(outcome.isReplay)
        headers[.eTag] = "\"\(outcome.after.sequence)\""
        return try JSONAnswer.response(
            try await sending.answer(outcome, viewer), status: .created, headers: headers)
    }

    @Sendable
    private func options(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: desk.time.now)
        let viewer = Viewer(principal, world: world, language: context.language, now: desk.time.now)
        let options = try Decider(world: world).options(on: issue, by: principal, at: desk.time.now)
        return try JSONAnswer.response(
            ActionsAnswer(
                version: issue.sequence, state: issue.state,
                items: options.map { viewer.option($0, on: issue) }))
    }
}
