import APIModel
import Casework
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import WorkingTime

/// Lists issues, shows one, and its history.
struct IssueController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.get("/issues", reading: .only(IssueQuery.known), use: list)
        router.get("/issues/:id", use: show)
        router.get("/issues/:id/events", reading: .only(["cursor", "limit"]), use: events)
        router.get("/issues/:id/clocks/:number", use: explain)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let principal = Principal.person(person)
        let world = desk.world.value
        let now = desk.time.now
        let query = try IssueQuery(request.uri.queryParameters, for: person, world: world, now: now)
        let scope = world.scope(of: principal, at: now)
        let places = try await places(query, scope)
        let issues = try await reader.issues(places.prefix(query.limit).map(\.issue))
            .filter { scope.sees($0, in: world.directory) }
        let enterprises = try await reader.enterprises(issues.map(\.enterprise))
        let viewer = Viewer(principal, world: world, language: context.language, now: now)
        let next = places.count > query.limit ? places[query.limit - 1] : nil
        return try JSONAnswer.response(
            Page(
                items: issues.map { viewer.issue($0, enterprise: enterprises[$0.enterprise]) },
                next: next.map(PlaceCursor.text)))
    }

    /// Reads one place more than asked for, to know whether a page follows.
    private func places(_ query: IssueQuery, _ scope: Scope) async throws -> [QueuePlace] {
        if let unit = query.singleUnit, scope.units.contains(unit) {
            return try await reader.queue(of: unit, after: query.place, limit: query.limit + 1)
        }
        return try await reader.list(
            query.filter, in: scope, after: query.place, limit: query.limit + 1)
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: desk.time.now)
        let tag: HTTPFields = [.eTag: "\"\(issue.sequence)\""]
        guard try !RequestHeaders.hasAlready(issue.sequence, request.headers) else {
            return Response(status: .notModified, headers: tag)
        }
        let enterprise = try await reader.enterprises([issue.enterprise])[issue.enterprise]
        let viewer = Viewer(principal, world: world, language: context.language, now: desk.time.now)
        var answer = viewer.issue(
            issue, enterprise: enterprise,
            // Whoever asks for the header reads no number.
            phone: request.method == .head
                ? .masked : try PhoneReading(of: issue, by: principal, viewer, context.trace),
            proposal: proposal(issue, viewer))
        let memberCount = try await reader.members(ofCommon: issue.id).count
        if memberCount > 0 { answer.memberCount = memberCount }
        answer.confidentialNumber = try await confidentialNumber(of: issue)
        return try JSONAnswer.response(answer, headers: tag)
    }

    private func confidentialNumber(of issue: Issue) async throws -> String? {
        guard issue.attributes.isConfidential else { return nil }
        return ConfidentialNumber.of(
            try await reader.events(
                of: issue.id, after: 0, upTo: issue.sequence, limit: issue.sequence))
    }

    /// Until the issue has a lead unit, those who dispatch see what routing proposes.
    private func proposal(_ issue: Issue, _ viewer: Viewer) -> IssueAnswer.Proposal? {
        guard issue.attributes.leadUnit == nil else { return nil }
        let proposal = Decider(world: viewer.world).proposal(for: issue)
        return IssueAnswer.Proposal(
            lead: viewer.unit(proposal.lead?.code),
            supporting: proposal.supporting.compactMap { viewer.unit($0.code) },
            explanation: viewer.text(proposal.explanation))
    }

    /// Tells how the deadline of a clock came about, stretch by stretch.
    @Sendable
    private func explain(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: desk.time.now)
        let number = PathNumber.read(try context.parameters.require("number"))
        guard let clock = issue.clocks.first(where: { Int64($0.number) == number }),
            let calendar = world.calendar(of: clock)
        else { throw RequestFault.notFound }
        let now = desk.time.now
        let viewer = Viewer(principal, world: world, language: context.language, now: now)
        // While a clock is paused it has no deadline.
        let end = clock.status == .paused ? max(now, clock.startedAt) : clock.dueAt
        let segments = try calendar.segments(
            from: clock.startedAt, to: end, clock.pauses, in: context.language)
        return try JSONAnswer.response(
            ClockExplanation(
                issue: issue.number, clock: viewer.clock(clock, of: issue), segments: segments,
                workingDays: calendar.workingDaysByDate(
                    from: clock.startedAt, to: end, clock.pauses)))
    }

    @Sendable
    private func events(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: desk.time.now)
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters, in: 0...Int(Int32.max)) ?? 0
        let events = try await reader.events(
            of: issue.id, after: after, upTo: Int(Int32.max), limit: limit + 1)
        let viewer = Viewer(principal, world: world, language: context.language, now: desk.time.now)
        let page = events.prefix(limit)
        return try JSONAnswer.response(
            Page(
                items: page.map { viewer.event($0, of: issue) },
                next: events.count > limit ? page.last.map { String($0.sequence) } : nil))
    }
}
