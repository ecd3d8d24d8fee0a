import APIModel
import Casework
import Engine
import Hummingbird
import UseCases

/// Shows officers and what they are paired with.
struct RosterController {
    let desk: Desk
    let directory: ReadDirectory

    func addRoutes(to router: Routes) {
        router.get("/officers", reading: .only(["unit", "cursor", "limit"]), use: officers)
        router.get(
            "/pairings", reading: .only(["enterprise", "officer", "cursor", "limit"]),
            use: pairings)
    }

    @Sendable
    private func officers(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let found = try directory.officers(
            of: parameters.get("unit"), after: Int64(after), limit: limit, asker)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            Page(items: found.items.map(viewer.officer), next: found.next(\.person.id.description)))
    }

    @Sendable
    private func pairings(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let parameters = request.uri.queryParameters
        let query = try await directory.pairingQuery(
            enterprise: parameters.get("enterprise"), officer: parameters.get("officer"), asker)
        let limit = try QueryNumber.limit(parameters)
        let (found, enterprises) = try await directory.pairings(
            query, after: parameters.get("cursor").map { try PairingPlace(cursor: $0) },
            limit: limit)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            Page(
                items: found.items.map { viewer.pairing($0.pairing, of: $0.person, enterprises) },
                next: found.next(\.place.cursor)))
    }
}
