import APIModel
import Casework
import Engine
import HTTPTypes
import Hummingbird
import Workflow
import WorkingTime

/// `POST /v1/issues/{id}/actions`, and what may be done now.
struct ActionController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.post("/issues/:id/actions", use: act)
        router.get("/issues/:id/actions", use: options)
    }

    /// Checks in the promised order: 400, 428, 404, and the rest in the domain.
    @Sendable
    private func act(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.action()
        let key = try RequestHeaders.idempotencyKey(request.headers)
        let expected = try RequestHeaders.expectedVersion(request.headers)
        let issue = try await IssuePath(reader: reader).issue(context.parameters.require("id"))
        let principal = Principal.person(person)
        let named = try await namedIssues(wanted, on: issue, by: principal)
        let outcome = try await desk.act(
            Command(
                issue: issue,
                wish: .act(
                    action: wanted.action, comment: wanted.comment,
                    fields: (wanted.fields ?? [:]).mapValues(FieldValue.init)),
                principal: principal, expected: expected,
                key: CommandKey(deriving: [principal.keySpace, "action", key]),
                requestDigest: RequestDigest.digest(of: request, body: body.bytes),
                receivedAt: desk.time.now, issuesNamed: named))
        let viewer = Viewer(
            principal, world: desk.world.value, language: context.language,
            standingAt: desk.time.now)
        return try answer(outcome, try await newIssues(of: outcome), viewer)
    }

    /// Looks up the issues that fields name; what the caller may not see does not exist.
    private func namedIssues(
        _ wanted: ActionBody, on issue: IssueID, by principal: Principal
    ) async throws -> [String: IssueNaming] {
        let world = desk.world.value
        var named: [String: IssueNaming] = [:]
        for (name, value) in wanted.fields ?? [:] where world.namesIssue(wanted.action, name) {
            guard case .text(let number) = value, number.utf8.count <= 60,
                let id = try await reader.issueID(number: number),
                let found = try await reader.issues([id]).first,
                world.scope(of: principal, at: desk.time.now).sees(found, in: world.directory),
                let own = try await reader.issues([issue]).first
            else { continue }
            named[number] = world.naming(found, for: wanted.action, on: own)
        }
        return named
    }

    /// The issues that the action brought to life; for a retry read again, as they were born.
    private func newIssues(of outcome: ActionOutcome) async throws -> [Issue] {
        guard outcome.isReplay, outcome.after.wasSplit else { return outcome.births }
        let ofCase = try await reader.issues(try await reader.issueIDs(of: outcome.after.caseID))
        var born: [(place: Int, issue: Issue)] = []
        for part in ofCase where part.isPart(of: outcome.after) {
            guard let first = try await desk.store.events(of: part.id, upTo: 1).first,
                let place = outcome.event.key.place(ofPart: first.key),
                var issue = try await desk.store.unborn(part.id)
            else { continue }
            issue.apply(first)
            born.append((place, issue))
        }
        return born.sorted { $0.place < $1.place }.map(\.issue)
    }

    private func answer(
        _ outcome: ActionOutcome, _ newIssues: [Issue], _ viewer: Viewer
    ) throws -> Response {
        var headers: HTTPFields = [.eTag: "\"\(outcome.after.sequence)\""]
        if outcome.isReplay { headers[.idempotencyReplayed] = "true" }
        return try JSONAnswer.response(
            ActionAnswer(
                event: viewer.event(outcome.event, of: outcome.after),
                issue: viewer.issue(outcome.after, enterprise: nil),
                newIssues: newIssues.isEmpty
                    ? nil
                    : newIssues.map {
                        ActionAnswer.NewIssue(
                            id: $0.id.description, number: $0.number,
                            category: $0.attributes.category, title: $0.narrative.title)
                    }),
            status: .created, headers: headers)
    }

    @Sendable
    private func options(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        let issue = try await IssuePath(reader: reader).visible(
            context.parameters.require("id"), to: principal, in: world, at: desk.time.now)
        let viewer = Viewer(principal, world: world, language: context.language, now: desk.time.now)
        let options = try Decider(world: world).options(on: issue, by: principal, at: desk.time.now)
        return try JSONAnswer.response(
            ActionsAnswer(
                version: issue.sequence, state: issue.state,
                items: options.map { viewer.option($0, on: issue) }))
    }
}
