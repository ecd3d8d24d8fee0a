import APIModel
import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases

/// Lists issues, shows one, and its history.
struct IssueController {
    let desk: Desk
    let find: FindIssue
    let issues: ReadIssues

    func addRoutes(to router: Routes) {
        router.get("/issues", reading: .only(IssueQuestion.parameters), use: list)
        router.get("/issues/:id", use: show)
        router.get("/issues/:id/events", reading: .only(["cursor", "limit"]), use: events)
        router.get("/issues/:id/clocks/:number", use: explain)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let page = try await issues.list(
            IssueQuestion(parameters), after: parameters.get("cursor").map(PlaceCursor.place),
            limit: limit, for: asker)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            Page(
                items: page.issues.map {
                    viewer.issue($0, enterprise: page.enterprises[$0.enterprise])
                },
                next: page.next.map(PlaceCursor.text)))
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let issue = try await issue(context, asker)
        let tag: HTTPFields = [.eTag: "\"\(issue.sequence)\""]
        guard try !RequestHeaders.hasAlready(issue.sequence, request.headers) else {
            return Response(status: .notModified, headers: tag)
        }
        let extract = try await issues.extract(
            of: issue, for: asker, request.method == .head ? .header : .whole)
        if extract.showsPhone { context.trace?.notePhoneRead(of: issue, by: asker.principal) }
        return try JSONAnswer.response(
            Viewer(asker, context.language).issue(extract), headers: tag)
    }

    private func issue(_ context: APIContext, _ asker: Asker) async throws -> Issue {
        try await find.issue(
            IssueReference(path: context.parameters.require("id")), for: asker)
    }

    /// Tells how the deadline of a clock came about, stretch by stretch.
    @Sendable
    private func explain(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let issue = try await issue(context, asker)
        let course = try issues.course(
            ofClock: PathNumber.read(context.parameters.require("number")), of: issue, for: asker)
        return try JSONAnswer.response(
            Viewer(asker, context.language).explanation(course, of: issue))
    }

    @Sendable
    private func events(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let issue = try await issue(context, asker)
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters, in: 0...Int(Int32.max)) ?? 0
        let events = try await issues.events(of: issue, after: after, limit: limit)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            Page(
                items: events.items.map { viewer.event($0, of: issue) },
                next: events.goesOn ? events.items.last.map { String($0.sequence) } : nil))
    }
}
