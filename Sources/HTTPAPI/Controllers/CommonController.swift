import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// `/v1/common` and `/v1/issues/{id}/common`: the same need of several enterprises.
struct CommonController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.get("/common", reading: .only(["category"]), use: needs)
        router.get("/issues/:id/common", use: members)
    }

    private static let mostCompared = 300

    /// Groups what is open, public and the caller's to see, by category and likeness.
    @Sendable
    private func needs(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let parameters = request.uri.queryParameters
        let world = desk.world.value
        let now = desk.time.now
        let viewer = Viewer(principal, world: world, language: context.language, now: now)
        let likeness = world.routing.likeness
        let since = now.adding(seconds: -Int64(likeness.days) * 86400)
        let wanted = parameters.get("category")
        if let wanted, !world.knowsCategory(wanted) {
            throw RequestFault.unknownName(
                wanted, parameter: "category", known: world.categories)
        }
        var found: [CommonNeedsAnswer.Need] = []
        var isCut = false
        for category in wanted.map({ [$0] }) ?? world.categories {
            let ids = try await reader.recentOpenIssues(
                inCategory: category, since: since, limit: Self.mostCompared + 1)
            isCut = isCut || ids.count > Self.mostCompared
            let issues = try await reader.issues(Array(ids.prefix(Self.mostCompared))).filter {
                !$0.attributes.isConfidential && $0.attributes.complainedUnit == nil
                    && !$0.liveClocks.isEmpty && $0.resolveClock?.isEnded != true
                    && viewer.scope.sees($0, in: world.directory)
            }
            let leads = try await reader.leads(among: issues.map(\.id))
            found += LikeNeeds(likeness: likeness).groups(of: issues, leading: leads).map {
                need($0, category, viewer)
            }
        }
        var answer = CommonNeedsAnswer(
            atLeast: likeness.enterprises, days: likeness.days,
            items: found.sorted {
                ($1.enterprises, $0.lead.number) < ($0.enterprises, $1.lead.number)
            })
        if isCut { answer.comparedOnly = Self.mostCompared }
        return try JSONAnswer.response(answer)
    }

    private func need(
        _ group: LikeNeeds.Group, _ category: String, _ viewer: Viewer
    ) -> CommonNeedsAnswer.Need {
        CommonNeedsAnswer.Need(
            category: category,
            categoryLabel: viewer.label(viewer.world.label(ofCategory: category)),
            enterprises: group.enterpriseCount,
            lead: viewer.like(group.lead, percent: 100),
            others: group.others.map { viewer.like($0.issue, percent: $0.percent) })
    }

    @Sendable
    private func members(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let now = desk.time.now
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: now)
        let viewer = Viewer(principal, world: world, language: context.language, now: now)
        let members = try await reader.issues(reader.members(ofCommon: issue.id)).filter {
            viewer.scope.sees($0, in: world.directory)
        }
        return try JSONAnswer.response(
            CommonIssueAnswer(
                lead: issue.attributes[CommonStep.attribute]?.text, count: members.count,
                members: members.map {
                    .init(
                        number: $0.number, title: $0.narrative.title,
                        stateLabel: viewer.stateLabel(of: $0), isOpen: world.isOpen($0))
                }))
    }
}
