import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Notices
import UseCases

/// `/v1/deliveries`: what was to go out, and what became of it.
struct DeliveryController {
    let deliveries: ManageDeliveries

    private static let subscription = QueryParameter(
        "subscription", "订阅的标识", "The id of a subscription")
    private static let state = QueryParameter(
        "state", "发送状态", "What became of it",
        shape: .choice(Delivery.State.allCases.map(\.rawValue)))
    private static let issue = QueryParameter("issue", "问题编号", "The number of an issue")

    func endpoints() throws -> [Endpoint] {
        try [
            .get(
                .deliveries, "列出发往本人订阅的通知", "Lists deliveries to the caller's subscriptions",
                use: list
            )
            .reading([Self.subscription, Self.state, Self.issue, .cursor, .limit]),
            .get(.delivery, "一次发送与各次尝试", "Shows a delivery with its attempts", use: one),
            .post(.deliveryReplays, "重新发送", "Sends a delivery again", use: replay)
                .withOrWithoutBody().once(.optional)
                .refusing(.notPermitted, .stillWaiting, .subscriptionEnded),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<DeliveryAnswer>> {
        let person = try call.person()
        let parameters = call.parameters
        let limit = try QueryNumber.limit(parameters)
        let found = try await deliveries.list(
            try ManageDeliveries.Filter(parameters), of: person, limit: limit)
        return Reply(
            Page(
                items: found.items.map { DeliveryAnswer($0) }, next: found.next(\.id.description)))
    }

    @Sendable
    private func one(_ call: Call) async throws -> Reply<DeliveryAnswer> {
        let found = try await delivery(call)
        return Reply(DeliveryAnswer(found.delivery, found.attempts))
    }

    @Sendable
    private func replay(
        _ call: Call, _ body: SentBody<EmptyBody>
    ) async throws -> Reply<DeliveryAnswer> {
        let delivery = try await delivery(call).delivery
        let person = try call.person()
        let sent = try await body.read()
        let replayed = try await deliveries.replay(delivery, by: person) {
            try call.requestKey(sent.bytes)
        }
        return Reply(DeliveryAnswer(replayed.delivery), isReplay: replayed.isReplay)
    }

    private func delivery(_ call: Call) async throws -> TriedDelivery {
        let person = try call.person()
        return try await deliveries.delivery(
            call.context.parameters.get("id").flatMap(PathNumber.read), of: person)
    }
}

extension ManageDeliveries.Filter {
    fileprivate init(_ parameters: Parameters) throws(InputFault) {
        self.init()
        before = try QueryNumber.cursor(parameters, in: 1...Int.max)
            .map { DeliveryID(Int64($0)) }
        if let text = parameters.get("state") {
            guard let state = Delivery.State(rawValue: text) else {
                throw .unknownName(
                    text, parameter: "state", known: Delivery.State.allCases.map(\.rawValue))
            }
            self.state = state
        }
        subscription = try QueryNumber.id(parameters, "subscription")
        issue = parameters.get("issue")
    }
}
