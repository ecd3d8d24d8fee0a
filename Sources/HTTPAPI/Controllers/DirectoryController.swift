import APIModel
import Casework
import Engine
import Hummingbird
import UseCases

/// Shows who exists: the caller, units, enterprises by name.
struct DirectoryController {
    let desk: Desk
    let directory: ReadDirectory

    func addRoutes(to router: Routes) {
        router.get("/whoami", use: whoami)
        router.get("/units", reading: .only(["division"]), use: units)
        router.get(
            "/enterprises", reading: .only(["q", "cursor", "limit"]), use: enterprises)
    }

    @Sendable
    private func whoami(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let asker = desk.asker(person)
        let times = directory.timesAway(concerning: person, asker)
        return try JSONAnswer.response(
            Viewer(asker, context.language).principal(
                person, standsInFor: times.standsInFor, away: times.away, at: asker.now))
    }

    @Sendable
    private func units(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let found = try directory.units(
            in: request.uri.queryParameters.get("division"), asker)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(Page(items: found.map(viewer.unitDetail), next: nil))
    }

    @Sendable
    private func enterprises(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters)
        let found = try await directory.enterprises(
            like: try SearchWords.read(parameters) ?? "",
            after: after.map { EnterpriseID(Int64($0)) }, limit: limit)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            Page(
                items: found.items.compactMap { viewer.enterprise($0) },
                next: found.next(\.id.description)))
    }
}
