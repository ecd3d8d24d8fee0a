import APIModel
import Casework
import Engine
import Hummingbird
import UseCases

/// `/v1/common` and `/v1/issues/{id}/common`: the same need of several enterprises.
struct CommonController {
    let desk: Desk
    let find: FindIssue
    let common: CommonNeeds

    func addRoutes(to router: Routes) {
        router.get("/common", reading: .only(["category"]), use: needs)
        router.get("/issues/:id/common", use: members)
    }

    @Sendable
    private func needs(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let findings = try await common.needs(
            in: request.uri.queryParameters.get("category"), for: asker)
        return try JSONAnswer.response(Viewer(asker, context.language).needs(findings))
    }

    @Sendable
    private func members(_ request: Request, _ context: APIContext) async throws -> Response {
        let asker = desk.asker(try context.requirePerson())
        let issue = try await find.issue(
            IssueReference(path: context.parameters.require("id")), for: asker)
        let members = try await common.members(of: issue, for: asker)
        let viewer = Viewer(asker, context.language)
        return try JSONAnswer.response(
            CommonIssueAnswer(
                lead: issue.attributes[CommonStep.attribute]?.text, count: members.count,
                members: members.map {
                    .init(
                        number: $0.number, title: $0.narrative.title,
                        stateLabel: viewer.stateLabel(of: $0), isOpen: viewer.world.isOpen($0))
                }))
    }
}
