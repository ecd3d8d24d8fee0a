import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// `GET /v1/issues/{id}/officers`: who holds each level of the ladders now, from when, and why.
struct OfficerController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: RouterGroup<APIContext>) {
        router.get("/issues/:id/officers", use: officers)
    }

    @Sendable
    private func officers(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let now = desk.time.now
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: now)
        let events = try await reader.events(
            of: issue.id, after: 0, upTo: Int(Int32.max), limit: 10_000)
        let view = OfficerView(
            issue: issue, events: events,
            viewer: Viewer(principal, world: world, language: context.language, now: now),
            search: HolderSearch(world: world, issue: issue, at: now))
        return try JSONAnswer.response(
            OfficersAnswer(
                issue: issue.number, level: issue.attributes.level,
                handling: world.ladders.handling.levels.map(view.handling),
                service: world.ladders.service.levels.map(view.service),
                byHand: world.ladders.byHand.map { view.viewer.label($0.label) }))
    }
}

/// Puts the levels of one issue into words for one person.
private struct OfficerView {
    let issue: Issue
    let events: [IssueEvent]
    let viewer: Viewer
    let search: HolderSearch

    func handling(_ level: Ladder.Level) -> OfficersAnswer.Level {
        OfficersAnswer.Level(
            level: level.level, label: viewer.label(level.label), holders: holders(level),
            reachedAt: nil, named: nil, dueAt: nil)
    }

    func service(_ level: Ladder.Level) -> OfficersAnswer.Level {
        let zone = viewer.zone(of: issue)
        let reached = events.first { event in
            event.body.climb.map { $0.from < level.level && $0.to == level.level } ?? false
        }
        let isCurrent = level.level == issue.attributes.level
        let clock = isCurrent ? issue.liveClocks(Clock.ladderKind).last : nil
        return OfficersAnswer.Level(
            level: level.level, label: viewer.label(level.label), holders: holders(level),
            reachedAt: reached.map { viewer.time($0.at, zone) },
            named: reached?.body.climb?.holders.compactMap { viewer.person($0.person) },
            dueAt: clock.map { viewer.time($0.dueAt, zone) })
    }

    private func holders(_ level: Ladder.Level) -> [OfficersAnswer.Holder] {
        search.holders(at: level).compactMap { holder in
            guard let person = viewer.person(holder.presence.person.id) else { return nil }
            return OfficersAnswer.Holder(
                person: person, insteadOf: holder.presence.insteadOf.compactMap(viewer.person),
                by: holder.way.rawValue, why: viewer.text(why(holder)),
                since: holder.since.map { viewer.time($0, viewer.zone(of: issue)) })
        }
    }

    private func why(_ holder: LevelHolder) -> Label {
        guard let away = holder.presence.insteadOf.first,
            let absent = viewer.world.directory.person(away)
        else { return holder.way.label }
        return Label(
            zh: "\(holder.way.label.zh)；\(absent.name)不在岗，由其代理",
            en: "\(holder.way.label.en); deputy of \(absent.login), who is away")
    }
}
