import APIModel
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases

/// `POST /v1/issues/{id}/actions`, and what may be done now.
struct ActionController {
    let desk: Desk
    let find: FindIssue
    let actions: ActOnIssues

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
        let terms = ActOnIssues.Terms(
            key: try RequestHeaders.idempotencyKey(request.headers),
            requestDigest: RequestDigest.digest(of: request, body: body.bytes),
            expected: try RequestHeaders.expectedVersion(request.headers))
        let issue = try IssueReference(path: context.parameters.require("id"))
        let done = try await actions.act(
            ActOnIssues.Wish(wanted), on: issue, by: principal, terms)
        let viewer = Viewer(
            world: desk.world.value, standingAt: desk.time.now, context.language)
        var headers = RequestHeaders.replayed(done.isReplay)
        headers[.eTag] = "\"\(done.after.sequence)\""
        return try JSONAnswer.response(
            viewer.action(done), status: .created, headers: headers)
    }

    @Sendable
    private func options(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let issue = try await find.issue(
            IssueReference(path: context.parameters.require("id")), for: asker)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            ActionsAnswer(
                version: issue.sequence, state: issue.state,
                items: try actions.options(on: issue, for: asker).map {
                    viewer.option($0, on: issue)
                }))
    }
}

extension ActOnIssues.Wish {
    /// Takes an action from a request, its values as they are.
    init(_ wanted: ActionBody) {
        self.init(
            action: wanted.action, comment: wanted.comment,
            fields: (wanted.fields ?? [:]).mapValues(FieldValue.init))
    }
}
