import APIModel
import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases

/// `POST /v1/issues/{id}/actions`, what it would do, and what may be done now.
struct ActionController {
    let gateway: CommandGateway
    let find: FindIssue
    let actions: ActOnIssues

    func endpoints() throws -> [Endpoint] {
        try [
            .post(.issueActions, "办理一个动作", "Takes an action on an issue", use: act)
                .answering(.created).once(.required).onVersion(.required).telling(.tag)
                .refusing(
                    .unknownIssue, .unknownAction, .forbidden, .invalidFields, .invalidComment,
                    .notAllowedNow, .guardFailed, .outsideCalendar),
            .post(
                .issuePreviews, "预演一个动作：说明将会如何，不写入",
                "Says what an action would do, and does not do it", use: preview
            )
            .onVersion(.optional)
            .refusing(
                .unknownIssue, .unknownAction, .forbidden, .invalidFields, .invalidComment,
                .notAllowedNow, .guardFailed, .outsideCalendar),
            .get(
                .issueActions, "现在可办的动作",
                "Says which actions an issue allows, and what refuses the rest",
                use: options
            ).reading([Self.named]).refusing(.unknownIssue),
        ]
    }

    private static let named = QueryParameter(
        "action", "也说明此动作，无论现在能否办理；标识或名称",
        "An action that is told of whatever the state, by identifier or label")

    /// Checks in the promised order: 400, 428, 404, and the rest in the domain.
    @Sendable
    private func act(
        _ call: Call, _ body: SentBody<ActionBody>
    ) async throws -> Reply<ActionAnswer> {
        let principal = Principal.person(try call.person())
        let (sent, headers) = (try await body.read(), call.request.headers)
        let terms = ActOnIssues.Terms(
            key: try RequestHeaders.idempotencyKey(headers),
            requestDigest: RequestDigest.digest(of: call.request, body: sent.bytes),
            expected: try RequestHeaders.expectedVersion(headers))
        let issue = try gateway.issueReference(path: call.step("id"))
        let done = try await actions.act(
            ActOnIssues.Intent(sent.value), on: issue, by: principal, terms)
        let viewer = Viewer(world: gateway.world.value, standingAt: gateway.time.now, call.language)
        return Reply(
            viewer.action(done), isReplay: done.isReplay,
            headers: [.eTag: "\"\(done.after.sequence)\""])
    }

    @Sendable
    private func preview(
        _ call: Call, _ body: SentBody<ActionBody>
    ) async throws -> Reply<ActionAnswer> {
        let principal = Principal.person(try call.person())
        let (sent, headers) = (try await body.read(), call.request.headers)
        let expected: Command.ExpectedVersion =
            headers[.ifMatch] == nil ? .any : try RequestHeaders.expectedVersion(headers)
        let issue = try gateway.issueReference(path: call.step("id"))
        let done = try await actions.preview(
            ActOnIssues.Intent(sent.value), on: issue, by: principal, expecting: expected)
        let viewer = Viewer(world: gateway.world.value, standingAt: gateway.time.now, call.language)
        return Reply(viewer.preview(done))
    }

    @Sendable
    private func options(_ call: Call) async throws -> Reply<ActionsAnswer> {
        let asker = gateway.asker(try call.person())
        let issue = try await find.issue(
            gateway.issueReference(path: call.step("id")), for: asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            ActionsAnswer(
                version: issue.sequence, state: issue.state,
                items: try actions.options(
                    on: issue, naming: call.parameters.get("action"), for: asker
                ).map {
                    viewer.option($0, on: issue)
                },
                number: issue.number, title: issue.narrative.title))
    }
}

extension ActOnIssues.Intent {
    /// Takes an action from a request, its values as they are.
    init(_ wanted: ActionBody) {
        self.init(
            action: wanted.action, comment: wanted.comment,
            fields: (wanted.fields ?? [:]).mapValues(FieldValue.init))
    }
}
