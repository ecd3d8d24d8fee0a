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

    func addRoutes(to router: Routes) {
        router.get("/:token", reading: .any, use: status)
        for deed in LinkRole.allCases {
            router.post("/:token/\(RouterPath(deed.rawValue))") { request, context in
                try await act(deed, request, context)
            }
        }
    }

    @Sendable
    private func status(_ request: Request, _ context: APIContext) async throws -> Response {
        let sight = try await links.sight(through: try await link(context))
        return try JSONAnswer.response(Viewer(sight.asker, context.language).status(sight))
    }

    private func act(
        _ deed: LinkRole, _ request: Request, _ context: APIContext
    ) async throws -> Response {
        // A stranger's body is not read.
        let link = try await link(context)
        let body = try await JSONBody(request, context)
        let fields = try body.decode([String: JSONValue].self, shape: .open)
        let terms = try terms(request, body)
        let outcome = try await sent { () async throws in
            try await links.act(deed, fields.mapValues(FieldValue.init), through: link, terms)
        }
        let viewer = Viewer(links.asker(link), context.language)
        return try JSONAnswer.response(
            viewer.status(of: outcome.after), status: .created,
            headers: RequestHeaders.replayed(outcome.isReplay))
    }

    private func terms(
        _ request: Request, _ body: JSONBody
    ) throws(RequestFault) -> FollowLink.Terms {
        let headers = request.headers
        let expected: Command.ExpectedVersion =
            headers[.ifMatch] == nil ? .any : try RequestHeaders.expectedVersion(headers)
        return FollowLink.Terms(
            sentKey: headers[.idempotencyKey] == nil
                ? nil : try RequestHeaders.idempotencyKey(headers),
            seen: headers[.ifMatch],
            requestDigest: RequestDigest.digest(of: request, body: body.bytes),
            expected: expected)
    }

    /// The fields of the command stand at the top of the request's body.
    private func sent(_ act: () async throws -> ActionOutcome) async throws -> ActionOutcome {
        do {
            return try await act()
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    /// - Throws: `notFound` for a token that is none, `linkSpent` for one that expired, `tooMany`.
    private func link(_ context: APIContext) async throws -> LinkRecord {
        let token = LinkToken(try context.parameters.require("token"))
        guard let link = try await links.link(of: token) else {
            try misses.take(context.remoteAddress?.ipAddress ?? "")
            throw InputFault.notFound
        }
        try uses.take(token.name)
        try links.requireLasting(link)
        return link
    }
}
