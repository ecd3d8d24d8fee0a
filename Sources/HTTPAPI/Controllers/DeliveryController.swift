import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// `/v1/deliveries`: what was to go out, and what became of it.
struct DeliveryController {
    let desk: Desk
    let records: any SubscriptionRecords
    let reader: any CaseReader
    let notices: NoticeAccess

    func addRoutes(to router: Routes) {
        router.get(
            "/deliveries",
            reading: .only(["subscription", "state", "issue", "cursor", "limit"]), use: list)
        router.get("/deliveries/:id", use: one)
        router.post("/deliveries/:id/replays", use: replay)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        var filter = DeliveryFilter()
        filter.person = person.holds(.systemAdministrator) ? nil : person.id
        filter.before = try QueryNumber.cursor(parameters, in: 1...Int.max)
            .map { DeliveryID(Int64($0)) }
        filter.state = try parameters.get("state").map { text in
            guard let state = Delivery.State(rawValue: text) else {
                throw RequestFault.unknownName(
                    text, parameter: "state", known: Delivery.State.allCases.map(\.rawValue))
            }
            return state
        }
        filter.subscription = try await subscription(parameters, of: filter.person)
        filter.issueNumber = try await issue(parameters, of: person, filter.person)
        let found = try await records.deliveries(filter, limit: limit + 1)
        let page = found.prefix(limit)
        return try JSONAnswer.response(
            Page(
                items: page.map { answer($0) },
                next: found.count > limit ? page.last?.id.description : nil))
    }

    /// The subscription that the list is narrowed to; others' do not exist.
    private func subscription(
        _ parameters: Parameters, of person: PersonID?
    ) async throws -> SubscriptionID? {
        guard let id = try QueryNumber.id(parameters, "subscription") else { return nil }
        guard let found = try await records.subscription(SubscriptionID(id)),
            person == nil || person == found.person
        else {
            throw RequestFault.badParameter(
                name: "subscription", zh: "您没有编号为 \(id) 的订阅。",
                en: "you have no subscription \(id)")
        }
        return found.id
    }

    /// The issue that the list is narrowed to: one that the caller may see, or was told of before.
    private func issue(
        _ parameters: Parameters, of person: Person, _ receiver: PersonID?
    ) async throws -> String? {
        guard let number = parameters.get("issue") else { return nil }
        var told = DeliveryFilter()
        (told.person, told.issueNumber) = (receiver, number)
        guard IssueNumber.isOne(number), let id = try await reader.issueID(number: number),
            let issue = try await reader.issues([id]).first
        else { throw RequestFault.unknownIssue(number) }
        let world = desk.world.value
        let scope = world.scope(of: .person(person), at: desk.time.now)
        if scope.sees(issue, in: world.directory) { return number }
        let wasTold = try await !records.deliveries(told, limit: 1).isEmpty
        guard wasTold else { throw RequestFault.unknownIssue(number) }
        return number
    }

    @Sendable
    private func one(_ request: Request, _ context: APIContext) async throws -> Response {
        let delivery = try await delivery(context)
        return try JSONAnswer.response(
            answer(delivery, try await records.attempts(of: delivery.id)))
    }

    @Sendable
    private func replay(_ request: Request, _ context: APIContext) async throws -> Response {
        let delivery = try await delivery(context)
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        _ = try body.orEmptyObject.decode(EmptyBody.self, shape: .object([:]))
        try await requireSight(of: delivery)
        let replayed = try await records.replay(
            delivery.id, under: try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        )
        guard let replayed else {
            throw delivery.state == .pending ? RequestFault.waits : RequestFault.ended
        }
        notices.bell.ring()
        return try JSONAnswer.response(
            answer(try await self.delivery(context)),
            headers: RequestHeaders.replayed(replayed.isReplay))
    }

    /// What one has received is sent again only while one may read the issue: it tells how that
    /// stands today.
    private func requireSight(of delivery: Delivery) async throws {
        guard [.delivered, .noLongerVisible].contains(delivery.state), let id = delivery.issue
        else { return }
        let world = desk.world.value
        guard let issue = try await reader.issues([id]).first,
            let subscription = try await records.subscription(delivery.subscription),
            let owner = world.directory.person(subscription.person),
            world.scope(of: .person(owner), at: desk.time.now).sees(issue, in: world.directory)
        else {
            throw RequestFault.forbidden(
                zh: "收件人已无权查看该问题，不能重发。",
                en: "Whom it went to may not read the issue any more.")
        }
    }

    /// The delivery that a path names; others' do not exist.
    private func delivery(_ context: APIContext) async throws -> Delivery {
        let person = try context.requirePerson()
        guard let id = context.parameters.get("id").flatMap(PathNumber.read) else {
            throw RequestFault.notFound
        }
        var filter = DeliveryFilter()
        filter.id = DeliveryID(id)
        filter.person = person.holds(.systemAdministrator) ? nil : person.id
        guard let found = try await records.deliveries(filter, limit: 1).first else {
            throw RequestFault.notFound
        }
        return found
    }

    private func answer(
        _ delivery: Delivery, _ attempts: [Delivery.Attempt]? = nil
    ) -> DeliveryAnswer {
        let waits = delivery.state == .pending && delivery.nextTryAt > .distantPast
        return DeliveryAnswer(
            stateLabel: delivery.state.label,
            id: delivery.id.description, subscription: delivery.subscription.description,
            issue: delivery.issueNumber, sequence: delivery.sequence,
            digestOn: delivery.digestOn?.description, state: delivery.state.rawValue,
            notBefore: delivery.notBefore.description,
            nextTryAt: waits ? delivery.nextTryAt.description : nil, tries: delivery.tries,
            lastStatus: delivery.lastStatus, lastError: delivery.lastError,
            settledAt: delivery.settledAt?.description,
            attempts: attempts?.map {
                .init(
                    number: $0.number, at: $0.at.description, status: $0.status, error: $0.error,
                    milliseconds: $0.milliseconds)
            })
    }
}

extension Delivery.State {
    fileprivate var label: LabelAnswer {
        switch self {
        case .pending: LabelAnswer(zh: "待投递", en: "Waiting")
        case .delivered: LabelAnswer(zh: "已送达", en: "Delivered")
        case .noLongerVisible:
            LabelAnswer(
                zh: "未发送：收件人已无权查看该问题",
                en: "Not sent: its receiver may not read the issue any more")
        case .dead: LabelAnswer(zh: "投递失败", en: "Given up")
        }
    }
}
