import APIModel
import Casework
import Crypto
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Workflow
import WorkingTime

/// `/v1/links/{token}`: the enterprise's personal link, without an account.
struct LinkController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: RouterGroup<APIContext>) {
        router.get("/:token", use: status)
        router.post("/:token/evaluate", use: evaluate)
    }

    @Sendable
    private func status(_ request: Request, _ context: APIContext) async throws -> Response {
        let link = try await link(context)
        return try JSONAnswer.response(try await status(of: link, context.language))
    }

    /// The key may be left out: the link and the words are the key then.
    @Sendable
    private func evaluate(_ request: Request, _ context: APIContext) async throws -> Response {
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            EvaluationBody.self, shape: .object(["evaluation": .open, "reason": .open]))
        let expected: Command.ExpectedVersion =
            request.headers[.ifMatch] == nil
            ? .any : try RequestHeaders.expectedVersion(request.headers)
        let link = try await link(context)
        let digest = RequestDigest.digest(of: request, body: body.bytes)
        let key =
            request.headers[.idempotencyKey] == nil
            ? Hexadecimal.text(digest) : try RequestHeaders.idempotencyKey(request.headers)
        let principal = Principal.enterprise(link.issue, link: link.number)
        var fields: [String: FieldValue] = ["evaluation": .text(wanted.evaluation)]
        if let reason = wanted.reason { fields["reason"] = .text(reason) }
        let outcome = try await act(
            Command(
                issue: link.issue, wish: .act(action: "evaluate", comment: nil, fields: fields),
                principal: principal, expected: expected,
                key: CommandKey(deriving: [principal.keySpace, "link", key]),
                requestDigest: digest, receivedAt: desk.time.now))
        var headers: HTTPFields = [:]
        if outcome.isReplay { headers[.idempotencyReplayed] = "true" }
        return try JSONAnswer.response(
            status(of: outcome.after, principal, context.language, actions: []),
            status: .created, headers: headers)
    }

    /// Carries out a command whose fields stand at the top of the request's body.
    private func act(_ command: Command) async throws -> ActionOutcome {
        do {
            return try await desk.act(command)
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    /// - Throws: `notFound` for a token that is none, `linkSpent` for one that expired.
    private func link(_ context: APIContext) async throws -> LinkRecord {
        let token = try context.parameters.require("token")
        guard token.hasPrefix("zl_"), token.utf8.count <= 100,
            let link = try await reader.link(
                digest: Array(SHA256.hash(data: Array(token.utf8))))
        else { throw RequestFault.notFound }
        guard desk.time.now < link.expiresAt else { throw Refusal.linkSpent }
        return link
    }

    private func status(of link: LinkRecord, _ language: Language) async throws -> LinkStatus {
        guard let issue = try await reader.issues([link.issue]).first else {
            throw RequestFault.notFound
        }
        let principal = Principal.enterprise(link.issue, link: link.number)
        let options = try Decider(world: desk.world.value).options(
            on: issue, by: principal, at: desk.time.now)
        return status(
            of: issue, principal, language,
            actions: options.filter { $0.obstacle == nil }.map(\.action.name))
    }

    private func status(
        of issue: Issue, _ principal: Principal, _ language: Language, actions: [String]
    ) -> LinkStatus {
        let viewer = Viewer(
            principal, world: desk.world.value, language: language, now: desk.time.now)
        let state = viewer.world.workflow(issue.workflow)?.definition.state(issue.state)
        return LinkStatus(
            number: issue.number, title: issue.narrative.title, state: issue.state,
            stateLabel: state.map { viewer.label($0.label) }
                ?? LabelAnswer(zh: issue.state, en: issue.state),
            leadUnit: viewer.unit(issue.attributes.leadUnit)?.name,
            reply: issue.attributes["reply"]?.text,
            dueAt: issue.resolveClock.map { viewer.time($0.dueAt, viewer.zone(of: issue)) },
            actions: actions.filter(Self.offered.contains), version: issue.sequence)
    }

    /// What this link's own routes can carry out.
    private static let offered: Set<String> = ["evaluate"]
}
