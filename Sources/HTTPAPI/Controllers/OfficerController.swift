import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// `GET /v1/issues/{id}/officers`, `/v1/units/{code}/officers`, `/v1/officers/{login}/superiors`: who
/// holds each level of the ladders now, from when, and why.
struct OfficerController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.get("/issues/:id/officers", use: officers)
        router.get("/units/:code/officers", use: aboveUnit)
        router.get("/officers/:login/superiors", use: aboveOfficer)
    }

    @Sendable
    private func officers(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let now = desk.time.now
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: now)
        let climbs = try await reader.climbs(of: issue.id)
        let viewer = Viewer(principal, world: world, language: context.language, now: now)
        let view = LineView(
            viewer: viewer, zone: viewer.zone(of: issue),
            search: HolderSearch(world: world, issue: issue, at: now))
        return try JSONAnswer.response(
            OfficersAnswer(
                issue: issue.number, level: issue.attributes.level,
                handling: world.ladders.handling.levels.map(view.level),
                service: world.ladders.service.levels.map {
                    view.level($0, reachedBy: issue, in: climbs)
                },
                byHand: world.ladders.byHand.map { viewer.label($0.label) }))
    }

    @Sendable
    private func aboveUnit(_ request: Request, _ context: APIContext) async throws -> Response {
        let code = try context.parameters.require("code")
        let directory = desk.world.value.directory
        guard let unit = directory.unit(code: code) else {
            throw RequestFault.noUnit(code, in: directory)
        }
        return try answer(.unit(unit), \.unit, named: code, context)
    }

    @Sendable
    private func aboveOfficer(_ request: Request, _ context: APIContext) async throws -> Response {
        let login = try context.parameters.require("login")
        let directory = desk.world.value.directory
        guard let person = directory.person(login: login) else {
            throw RequestFault.nobody(login, in: directory)
        }
        return try answer(.officer(person), \.officer, named: login, context)
    }

    private func answer(
        _ subject: LadderSubject, _ ladder: KeyPath<Ladders, Ladder>, named name: String,
        _ context: APIContext
    ) throws -> Response {
        let world = desk.world.value
        let now = desk.time.now
        let view = LineView(
            viewer: Viewer(
                .person(try context.requirePerson()), world: world, language: context.language,
                now: now),
            zone: world.zone,
            search: HolderSearch(world: world, subject: subject, about: nil, at: now))
        return try JSONAnswer.response(
            LineAnswer(subject: name, levels: world.ladders[keyPath: ladder].levels.map(view.level))
        )
    }
}

/// Puts the levels of one ladder into words for one person.
private struct LineView {
    let viewer: Viewer
    let zone: ZoneTable
    let search: HolderSearch

    func level(_ level: Ladder.Level) -> OfficersAnswer.Level {
        OfficersAnswer.Level(
            level: level.level, label: viewer.label(level.label), holders: holders(level),
            reachedAt: nil, named: nil, dueAt: nil)
    }

    /// A level that the issue may have reached, as its events tell.
    func level(
        _ level: Ladder.Level, reachedBy issue: Issue, in climbs: [IssueEvent]
    ) -> OfficersAnswer.Level {
        let reached = climbs.first { event in
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
                since: holder.since.map { viewer.time($0, zone) })
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
