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
    private let uses = RateLimit(most: 30, in: .seconds(60))
    /// Of tokens that are none: whoever tries many is guessing.
    private let misses = RateLimit(most: 10, in: .seconds(60))

    init(desk: Desk, reader: any CaseReader) {
        self.desk = desk
        self.reader = reader
    }

    /// What the enterprise may do, and which action of the workflow that is.
    static let actions = [
        "supplement": "supplement", "resume": "resume", "withdraw": "withdraw",
        "confirm": "confirmService", "evaluate": "evaluate", "object": "object",
    ]

    func addRoutes(to router: Routes) {
        router.get("/:token", reading: .any, use: status)
        for (name, action) in Self.actions {
            router.post("/:token/\(RouterPath(name))") { request, context in
                try await act(action, request, context)
            }
        }
    }

    @Sendable
    private func status(_ request: Request, _ context: APIContext) async throws -> Response {
        let link = try await link(context)
        guard let issue = try await reader.issues([link.issue]).first else {
            throw RequestFault.notFound
        }
        let first = issue.attributes[LinkGrant.firstThatShows]?.integer ?? 0
        guard link.number >= first else { throw Refusal.linkSpent }
        let viewer = viewer(of: link, context)
        let options = try Decider(world: viewer.world).options(
            on: issue, by: principal(link), at: desk.time.now
        ).filter { $0.obstacle == nil && Self.actions.values.contains($0.action.name) }
        let events = try await reader.events(
            of: issue.id, after: 0, upTo: issue.sequence, limit: 10_000)
        let successor = try await successor(of: issue, in: viewer.world)
        let parts = try await parts(of: successor ?? issue, in: viewer.world)
        return try JSONAnswer.response(
            status(
                of: issue, viewer, actions: options.map(\.action.name),
                forms: options.map { viewer.option($0, on: issue) },
                progress: events.compactMap { step($0, issue, viewer) },
                handledIn: successor.map { viewer.successor($0, Viewer.merged) },
                parts: parts.isEmpty
                    ? nil : parts.map { viewer.successor($0, Viewer.splitOff) }))
    }

    /// Follows an issue that was merged to the one that is handled for both, as far as whoever reads
    /// the one may read the other.
    private func successor(of issue: Issue, in world: World) async throws -> Issue? {
        var (last, passed) = (issue, [issue.id])
        while !world.isOpen(last), let number = last.attributes[MergeStep.attribute]?.text,
            let id = try await reader.issueID(number: number), !passed.contains(id),
            let next = try await reader.issues([id]).first, world.goesOn(last, in: next)
        {
            passed.append(id)
            last = next
        }
        return last.id == issue.id ? nil : last
    }

    /// Lists what was split off an issue, as far as whoever reads the one may read the other.
    private func parts(of issue: Issue, in world: World) async throws -> [Issue] {
        guard issue.wasSplit else { return [] }
        return try await reader.issues(try await reader.issueIDs(of: issue.caseID))
            .filter { $0.isPart(of: issue) && world.goesOn(issue, in: $0) }
    }

    /// The key may be left out: the link, the words and the version that was seen are the key then;
    /// where no version is sent, the words count once in ten minutes.
    private func act(
        _ action: String, _ request: Request, _ context: APIContext
    ) async throws -> Response {
        // A stranger's body is not read.
        let link = try await link(context)
        let body = try await JSONBody(request, context)
        let fields = try body.decode([String: JSONValue].self, shape: .open)
        let expected: Command.ExpectedVersion =
            request.headers[.ifMatch] == nil
            ? .any : try RequestHeaders.expectedVersion(request.headers)
        let digest = RequestDigest.digest(of: request, body: body.bytes)
        let key =
            request.headers[.idempotencyKey] == nil
            ? impliedKey(digest, request) : try RequestHeaders.idempotencyKey(request.headers)
        let principal = principal(link)
        let outcome = try await send(
            Command(
                issue: .id(link.issue),
                wish: .act(
                    action: action, comment: nil, fields: fields.mapValues(FieldValue.init)),
                principal: principal, expected: expected,
                key: CommandKey(deriving: [principal.keySpace, "link", key]),
                requestDigest: digest, receivedAt: desk.time.now))
        var headers: HTTPFields = [:]
        if outcome.isReplay { headers[.idempotencyReplayed] = "true" }
        return try JSONAnswer.response(
            status(of: outcome.after, viewer(of: link, context), actions: []),
            status: .created, headers: headers)
    }

    private func impliedKey(_ digest: [UInt8], _ request: Request) -> String {
        let seen = request.headers[.ifMatch] ?? "\(desk.time.now.seconds / 600)"
        return "\(Hexadecimal.text(digest)) \(seen)"
    }

    /// Carries out a command whose fields stand at the top of the request's body.
    private func send(_ command: Command) async throws -> ActionOutcome {
        do {
            return try await desk.act(command)
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    private func principal(_ link: LinkRecord) -> Principal {
        .enterprise(link.issue, link: link.number)
    }

    private func viewer(of link: LinkRecord, _ context: APIContext) -> Viewer {
        Viewer(
            principal(link), world: desk.world.value, language: context.language,
            now: desk.time.now)
    }

    /// - Throws: `notFound` for a token that is none, `linkSpent` for one that expired, `tooMany`.
    private func link(_ context: APIContext) async throws -> LinkRecord {
        let token = try context.parameters.require("token")
        let digest = Array(SHA256.hash(data: Array(token.utf8)))
        guard token.hasPrefix("zl_"), token.utf8.count <= 100,
            let link = try await reader.link(digest: digest)
        else {
            try misses.take(context.remoteAddress?.ipAddress ?? "")
            throw RequestFault.notFound
        }
        try uses.take(Hexadecimal.text(digest))
        guard desk.time.now < link.expiresAt else { throw Refusal.linkSpent }
        return link
    }

    private func status(
        of issue: Issue, _ viewer: Viewer, actions: [String],
        forms: [ActionsAnswer.Item]? = nil, progress: [LinkStatus.Step]? = nil,
        handledIn: LinkStatus.Successor? = nil, parts: [LinkStatus.Successor]? = nil
    ) -> LinkStatus {
        LinkStatus(
            number: issue.number, title: issue.narrative.title, state: issue.state,
            stateLabel: viewer.stateLabel(issue.state, of: issue),
            leadUnit: viewer.unit(issue.attributes.leadUnit)?.name,
            reply: viewer.isAnswered(issue) ? issue.attributes["reply"]?.text : nil,
            dueAt: issue.resolveClock.map { viewer.time($0.dueAt, viewer.zone(of: issue)) },
            actions: actions.compactMap { name in
                Self.actions.first { $0.value == name }?.key
            },
            forms: forms, progress: progress, handledIn: handledIn, parts: parts,
            version: issue.sequence)
    }

    /// What the enterprise is told of an event: moves from state to state, and what was written for
    /// it. Nothing else leaves the house.
    private func step(
        _ event: IssueEvent, _ issue: Issue, _ viewer: Viewer
    ) -> LinkStatus.Step? {
        let fields = event.body.fields
        let text =
            fields["visibility"]?.text == "enterprise"
            ? fields["text"]?.text : fields["explanation"]?.text
        guard event.from != event.to || text != nil else { return nil }
        return LinkStatus.Step(
            at: viewer.time(event.at, viewer.zone(of: issue)),
            label: viewer.label(viewer.world.label(ofAction: event.action, in: issue.workflow)),
            stateLabel: viewer.stateLabel(event.to, of: issue), text: text)
    }
}

extension Viewer {
    fileprivate static func merged(_ issue: Issue) -> Label {
        Label(
            zh: "您反映的这件事与贵单位的 \(issue.number)“\(issue.narrative.title)”是同一件，已合并办理；"
                + "进展和答复见该件。",
            en: "This is the same matter as your \(issue.number), "
                + "“\(issue.narrative.title)”, and is handled in it: see how that one goes.")
    }

    fileprivate static func splitOff(_ issue: Issue) -> Label {
        Label(
            zh: "您反映的事项中，“\(issue.narrative.title)”已拆分为 \(issue.number) 单独办理，另有链接。",
            en: "Of what you asked, “\(issue.narrative.title)” is handled by itself as "
                + "\(issue.number), which has a link of its own.")
    }

    /// What a link shows of an issue that its own is handled in.
    fileprivate func successor(
        _ issue: Issue, _ words: (Issue) -> Label
    ) -> LinkStatus.Successor {
        LinkStatus.Successor(
            number: issue.number, title: issue.narrative.title, state: issue.state,
            stateLabel: stateLabel(issue.state, of: issue),
            leadUnit: unit(issue.attributes.leadUnit)?.name,
            reply: isAnswered(issue) ? issue.attributes["reply"]?.text : nil,
            dueAt: issue.resolveClock.map { time($0.dueAt, zone(of: issue)) },
            text: text(words(issue)))
    }

    /// Tells whether the reply is the administration's word: the enterprise is asked about it, or
    /// the issue has ended. Before that it is a draft.
    fileprivate func isAnswered(_ issue: Issue) -> Bool {
        guard let definition = world.workflow(issue.workflow)?.definition else { return false }
        if definition.state(issue.state)?.isOpen == false { return true }
        return issue.attributes["evaluation"] != nil
            || ["evaluate", "confirmService"].contains { name in
                definition.action(name)?.transitions(from: issue.state).isEmpty == false
            }
    }

    fileprivate func stateLabel(_ state: String, of issue: Issue) -> LabelAnswer {
        world.label(ofState: state, in: issue.workflow).map { label($0) }
            ?? LabelAnswer(zh: state, en: state)
    }
}
