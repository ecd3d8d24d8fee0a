import APIModel
import Casework
import Engine
import Hummingbird
import UseCases

/// `GET /v1/issues/{id}/officers`, `/v1/units/{code}/officers`, `/v1/officers/{login}/superiors`: who
/// holds each level of the ladders now, from when, and why.
struct OfficerController {
    let desk: Desk
    let find: FindIssue
    let ladders: ShowLadders

    func addRoutes(to router: Routes) {
        router.get("/issues/:id/officers", use: officers)
        router.get("/units/:code/officers", use: aboveUnit)
        router.get("/officers/:login/superiors", use: aboveOfficer)
    }

    @Sendable
    private func officers(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let issue = try await find.issue(
            IssueReference(path: context.parameters.require("id")), for: asker)
        let found = try await ladders.ladders(of: issue, for: asker)
        let viewer = Viewer(asker, context.language)
        let zone = viewer.zone(of: issue)
        return try JSONAnswer.response(
            OfficersAnswer(
                issue: issue.number, level: issue.attributes.level,
                handling: found.handling.map { viewer.level($0, zone) },
                service: found.service.map { viewer.level($0, zone) },
                byHand: asker.world.ladders.byHand.map { viewer.label($0.label) }))
    }

    @Sendable
    private func aboveUnit(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let code = try context.parameters.require("code")
        return try answer(try ladders.levels(aboveUnit: code, for: asker), code, asker, context)
    }

    @Sendable
    private func aboveOfficer(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let login = try context.parameters.require("login")
        return try answer(
            try ladders.levels(aboveOfficer: login, for: asker), login, asker, context)
    }

    private func answer(
        _ levels: [ShowLadders.Level], _ subject: String, _ asker: Asker, _ context: APIContext
    ) throws -> Response {
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            LineAnswer(
                subject: subject, levels: levels.map { viewer.level($0, asker.world.zone) }))
    }
}
