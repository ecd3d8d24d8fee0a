import APIModel
import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// `/v1/links/{token}`: the enterprise's personal link, without an account.
struct LinkController {
    private let links: FollowLink
    private let uses = RateLimit(most: 30, in: .seconds(60))
    /// Of tokens that are none: whoever tries many is guessing.
    private let misses = RateLimit(most: 10, in: .seconds(60))

    init(links: FollowLink) {
        self.links = links
    }

    func endpoints() throws -> [Endpoint] {
        let reading = try Endpoint.get(
            .link, "企业查看诉求", "Shows the enterprise its issue", use: status
        ).readingWhateverComes()
        let acting = try LinkRole.allCases.map { deed in
            let (chinese, english) = deed.summary
            return try Endpoint.post(
                .link(deed.word), chinese, english,
                use: { call, body in try await act(deed, call, body) }
            )
            .answering(.created).once(.optional).onVersion(.optional)
            .refusing(
                .unknownIssue, .unknownAction, .forbidden, .invalidFields, .notAllowedNow,
                .guardFailed, .outsideCalendar)
        }
        return ([reading] + acting).map { $0.open(to: .link) }
    }

    @Sendable
    private func status(_ call: Call) async throws -> Reply<LinkStatus> {
        let view = try await links.view(through: try await link(call))
        return Reply(Viewer(view.asker, call.language).status(view))
    }

    private func act(
        _ deed: LinkRole, _ call: Call, _ body: SentBody<[String: JSONValue]>
    ) async throws -> Reply<LinkStatus> {
        // A stranger's body is not read.
        let link = try await link(call)
        let sent = try await body.read()
        let terms = try terms(call.request, sent.bytes)
        let outcome = try await pointing { () async throws in
            try await links.act(deed, sent.value.mapValues(FieldValue.init), through: link, terms)
        }
        let viewer = Viewer(links.asker(link), call.language)
        return Reply(viewer.status(of: outcome.after), isReplay: outcome.isReplay)
    }

    private func terms(
        _ request: Request, _ body: [UInt8]
    ) throws(RequestFault) -> FollowLink.Terms {
        let headers = request.headers
        let expected: Command.ExpectedVersion =
            headers[.ifMatch] == nil ? .any : try RequestHeaders.expectedVersion(headers)
        return FollowLink.Terms(
            sentKey: headers[.idempotencyKey] == nil
                ? nil : try RequestHeaders.idempotencyKey(headers),
            seen: headers[.ifMatch],
            requestDigest: RequestDigest.digest(of: request, body: body),
            expected: expected)
    }

    /// The fields of the command stand at the top of the request's body.
    private func pointing(_ act: () async throws -> ActionOutcome) async throws -> ActionOutcome {
        do {
            return try await act()
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    /// - Throws: `notFound` for a token that is none, `linkSpent` for one that expired, `tooMany`.
    private func link(_ call: Call) async throws -> LinkRecord {
        let token = LinkToken(try call.step("token"))
        guard let link = try await links.link(of: token) else {
            try misses.take(call.context.remoteAddress?.ipAddress ?? "")
            throw InputFault.notFound
        }
        try uses.take(token.name)
        try links.requireLasting(link)
        return link
    }
}
