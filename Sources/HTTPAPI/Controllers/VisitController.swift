import APIModel
import APIText
import Engine
import Hummingbird
import UseCases

/// `/v1/visits`: those that officers note themselves.
struct VisitController {
    let desk: Desk
    let visits: NoteVisits

    func addRoutes(to router: Routes) {
        router.get("/visits", reading: .only(["enterprise", "cursor", "limit"]), use: list)
        router.post("/visits", use: note)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let asker = desk.asker(person)
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let found = try await visits.list(
            to: parameters.get("enterprise"), after: Int64(after), limit: limit, by: person, asker)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            Page(items: found.items.map(viewer.visit), next: found.next { String($0.visit.id) }))
    }

    @Sendable
    private func note(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            VisitBody.self,
            shape: .object(["enterprise": .open, "on": .open, "note": .open]))
        let asker = desk.asker(person)
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        let noted = try await visits.note(
            VisitWish(enterprise: wanted.enterprise, on: wanted.on, note: wanted.note),
            by: person, asker, under: key)
        return try JSONAnswer.response(
            Viewer(asker, context.language).visit(noted.known), status: .created,
            headers: RequestHeaders.replayed(noted.isReplay))
    }
}
