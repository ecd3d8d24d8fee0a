import APIModel
import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases

/// `POST /v1/cases` and `GET /v1/cases/{id}`.
struct CaseController {
    let desk: Desk
    let cases: ReadCases
    let filing: FileCases

    func addRoutes(to router: Routes) {
        router.post("/cases", use: file)
        router.get("/cases/:id", use: show)
    }

    @Sendable
    private func file(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(CaseFiling.self, shape: FilingShape.shape)
        let key = FileCases.key(
            try RequestHeaders.idempotencyKey(request.headers), of: principal)
        let digest = RequestDigest.digest(of: request, body: body.bytes)
        let filed = try await filed(
            Filing(wanted, by: principal, key: key, requestDigest: digest, at: desk.time.now))
        let viewer = Viewer(
            world: desk.world.value, standingAt: desk.time.now, context.language)
        var headers = RequestHeaders.replayed(filed.isReplay)
        headers[.location] = "/v1/cases/\(filed.extract.filed.id)"
        return try JSONAnswer.response(
            viewer.filedCase(filed.extract), status: .created, headers: headers)
    }

    /// The fields of a filing stand at the top of the request's body.
    private func filed(_ wish: Filing) async throws -> FileCases.Filed {
        do {
            return try await filing.file(wish)
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let extract = try await cases.extract(
            of: CaseReference(context.parameters.require("id")), for: asker)
        return try JSONAnswer.response(Viewer(asker, context.language).filedCase(extract))
    }
}
