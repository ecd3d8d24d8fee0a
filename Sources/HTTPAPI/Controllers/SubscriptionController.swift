import APIModel
import Casework
import Engine
import Foundation
import Hummingbird
import Workflow
import WorkingTime

/// `/v1/subscriptions`: which webhooks want to be told, and of what.
struct SubscriptionController {
    let desk: Desk
    let records: any SubscriptionRecords
    let notices: NoticeAccess

    func addRoutes(to router: Routes) {
        router.get("/subscriptions", reading: .only(["cursor", "limit"]), use: list)
        router.post("/subscriptions", use: add)
        router.delete("/subscriptions/:id", use: end)
        router.post("/subscriptions/:id/rotations", use: rotate)
        router.post("/subscriptions/:id/replays", use: replay)
        router.post("/subscriptions/:id/resumptions", use: resume)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let found = try await records.subscriptions(
            of: person.holds(.systemAdministrator) ? nil : person.id,
            after: SubscriptionID(Int64(after)), limit: limit + 1)
        let page = found.prefix(limit)
        return try JSONAnswer.response(
            Page(
                items: page.map { answer($0, context) },
                next: found.count > limit ? page.last?.id.description : nil))
    }

    private static let shape = BodyShape.object([
        "channel": .open, "url": .open, "scope": .open, "pace": .open, "quiet": .open,
        "language": .open, "actions": .open,
    ])

    @Sendable
    private func add(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(SubscriptionBody.self, shape: Self.shape)
        let wish = try wish(wanted)
        guard wish.scope != .links || person.holds(.systemAdministrator) else {
            throw RequestFault.forbidden(
                zh: "仅系统管理员可订阅企业链接。",
                en: "Only a system administrator may subscribe to enterprises' links.")
        }
        let added = try await records.addSubscription(
            of: person.id, url: wanted.url, wish: wish, most: Self.mostOfOne,
            at: TimeSource().now,
            under: try RequestHeaders.requestKey(request, body: body.bytes, of: person))
        guard let added, let made = try await records.subscription(added.value) else {
            throw RequestFault.invalid([
                .init(pointer: "/url", detail: "there are \(Self.mostOfOne) already: end one")
            ])
        }
        return try JSONAnswer.response(
            answer(made, context, secret: notices.secret(of: added.value, generation: 1)),
            status: .created, headers: RequestHeaders.replayed(added.isReplay))
    }

    private static let mostOfOne = 20

    private func wish(_ wanted: SubscriptionBody) throws(RequestFault) -> Subscription.Wish {
        var faults: [Problem.FieldProblem] = []
        func word<Word: RawRepresentable & CaseIterable>(
            _ text: String?, _ pointer: String, _ standard: Word, known: [Word]
        ) -> Word where Word.RawValue == String {
            guard let text else { return standard }
            if let word = known.first(where: { $0.rawValue == text }) { return word }
            let words = known.map(\.rawValue).joined(separator: ", ")
            faults.append(.init(pointer: pointer, detail: "must be one of \(words)"))
            return standard
        }
        if wanted.channel != "webhook" {
            faults.append(.init(pointer: "/channel", detail: "must be webhook"))
        }
        do throws(AddressGuard.Refusal) {
            try notices.addressGuard.check(wanted.url)
        } catch {
            faults.append(.init(pointer: "/url", detail: error.detail))
        }
        let actions = wanted.actions ?? []
        let isKnown = actions.allSatisfy { name in
            desk.world.value.knowsAction(name)
        }
        if actions.count > 200 || !isKnown {
            faults.append(
                .init(pointer: "/actions", detail: "must be actions of a workflow, at most 200"))
        }
        let scope = word(wanted.scope, "/scope", .told, known: Subscription.Scope.allCases)
        let pace = word(wanted.pace, "/pace", .each, known: [.each, Subscription.Pace.digest])
        let language = word(
            wanted.language, "/language", .zh, known: Subscription.Language.allCases)
        if scope == .links, pace == .digest {
            faults.append(.init(pointer: "/pace", detail: "links are sent one by one"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return Subscription.Wish(
            scope: scope, pace: pace, isQuiet: wanted.quiet ?? false, language: language,
            actions: actions)
    }

    @Sendable
    private func end(_ request: Request, _ context: APIContext) async throws -> Response {
        let subscription = try await subscription(context)
        try await records.end(subscription.id, reason: "ended", at: TimeSource().now)
        return Response(status: .noContent)
    }

    @Sendable
    private func rotate(_ request: Request, _ context: APIContext) async throws -> Response {
        let subscription = try await subscription(context)
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.orEmptyObject
            .decode(RotationBody.self, shape: .object(["overlapHours": .open]))
        let asked = wanted.overlapHours ?? .integer(24)
        guard case .integer(let hours) = asked else {
            throw RequestFault.wrongType(
                pointer: "/overlapHours", expected: "must be a whole number")
        }
        guard (0...168).contains(hours) else {
            throw RequestFault.invalid([
                .init(pointer: "/overlapHours", detail: "must be from 0 to 168")
            ])
        }
        let wall = TimeSource().now
        guard
            let rotated = try await records.rotateSecret(
                of: subscription.id, previousUntil: wall.adding(seconds: hours * 3600),
                at: wall,
                under: try RequestHeaders.requestKey(request, body: body.bytes, of: person))
        else { throw RequestFault.ended }
        return try JSONAnswer.response(
            RotationAnswer(
                secret: notices.secret(
                    of: subscription.id, generation: rotated.value.generation),
                previousUntil: rotated.value.previousUntil.description),
            status: .created, headers: RequestHeaders.replayed(rotated.isReplay))
    }

    @Sendable
    private func replay(_ request: Request, _ context: APIContext) async throws -> Response {
        let subscription = try await subscription(context)
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        _ = try body.orEmptyObject.decode(EmptyBody.self, shape: .object([:]))
        let replayed = try await records.replayDead(
            of: subscription.id,
            under: try RequestHeaders.requestKey(request, body: body.bytes, of: person))
        guard let replayed else { throw RequestFault.ended }
        notices.bell.ring()
        return try JSONAnswer.response(
            CountAnswer(count: replayed.value),
            headers: RequestHeaders.replayed(replayed.isReplay))
    }

    /// Lets a paused webhook go on: with what it missed, or without.
    @Sendable
    private func resume(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let subscription = try await subscription(context)
        let body = try await JSONBody(request, context)
        let wanted = try body.orEmptyObject
            .decode(ResumptionBody.self, shape: .object(["missed": .open]))
        guard let missed = MissedEvents(rawValue: wanted.missed ?? MissedEvents.send.rawValue)
        else {
            throw RequestFault.invalid([
                .init(pointer: "/missed", detail: "must be one of send, skip")
            ])
        }
        let resumed = try await records.resume(
            subscription.id, missed, at: TimeSource().now,
            under: try RequestHeaders.requestKey(request, body: body.bytes, of: person))
        guard let resumed, let found = try await records.subscription(subscription.id) else {
            throw RequestFault.notPaused
        }
        notices.bell.ring()
        return try JSONAnswer.response(
            answer(found, context), status: .created,
            headers: RequestHeaders.replayed(resumed.isReplay))
    }

    /// The subscription that a path names; others' do not exist.
    private func subscription(_ context: APIContext) async throws -> Subscription {
        let person = try context.requirePerson()
        guard let id = context.parameters.get("id").flatMap(PathNumber.read),
            let found = try await records.subscription(SubscriptionID(id)),
            found.channel == .webhook,
            found.person == person.id || person.holds(.systemAdministrator)
        else { throw RequestFault.notFound }
        return found
    }

    private func answer(
        _ subscription: Subscription, _ context: APIContext, secret: String? = nil
    ) -> SubscriptionAnswer {
        let wish = subscription.wish
        let owner = desk.world.value.directory.person(subscription.person)
        return SubscriptionAnswer(
            id: subscription.id.description,
            owner: owner.map { PersonAnswer(login: $0.login, name: $0.name) },
            channel: subscription.channel.rawValue, url: subscription.url,
            scope: wish.scope.rawValue, pace: wish.pace.rawValue, quiet: wish.isQuiet,
            language: wish.language.rawValue, actions: wish.actions.isEmpty ? nil : wish.actions,
            isActive: subscription.isActive, createdAt: subscription.createdAt.description,
            endedAt: subscription.endedAt?.description, endReason: subscription.endReason,
            secret: secret, pause: pause(subscription))
    }

    private func pause(_ subscription: Subscription) -> SubscriptionAnswer.Pause? {
        subscription.trouble.pausedAt.map { at in
            SubscriptionAnswer.Pause(
                at: at.description, failingSince: subscription.trouble.failingSince?.description,
                reason: LabelAnswer(
                    zh: "接收端持续投递失败，已暂停；恢复后可补发。",
                    en: "Its receiver failed for too long; resume it to get what was missed."))
        }
    }
}

extension AddressGuard.Refusal {
    fileprivate var detail: String {
        switch self {
        case .tooLong: "must have at most \(AddressGuard.longest) characters"
        case .notHTTP: "must be an address that begins with https://"
        case .hasUserInfo: "must hold no name or password"
        case .hasFragment: "must hold no fragment (#…)"
        case .noHost: "must name a host and a port from 1 to 65535"
        case .forbiddenAddress: "leads to an address that webhooks may not go to"
        case .notEncrypted: "must begin with https://"
        }
    }
}
