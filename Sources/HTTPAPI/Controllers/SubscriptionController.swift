import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Notices
import UseCases
import WorkingTime

/// `/v1/subscriptions`: which webhooks want to be told, and of what.
struct SubscriptionController {
    let world: CurrentWorld
    let subscriptions: ManageSubscriptions

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.subscriptions, "列出本人的订阅", "Lists the caller's webhooks", use: list)
                .reading([.cursor, .limit]),
            .post(.subscriptions, "新建订阅", "Adds a webhook", use: add)
                .answering(.created).once(.optional).refusing(.notPermitted, .invalidValues),
            .delete(.subscription, "结束订阅", "Ends a webhook", use: end),
            .post(.subscriptionRotations, "更换密钥", "Gives a webhook a new secret", use: rotate)
                .withOrWithoutBody().answering(.created).once(.optional)
                .refusing(.invalidValues, .subscriptionEnded),
            .post(.subscriptionReplays, "重发未送达的", "Sends again what a webhook missed", use: replay)
                .withOrWithoutBody().once(.optional).refusing(.subscriptionEnded),
            .post(.subscriptionResumptions, "恢复暂停的订阅", "Lets a paused webhook go on", use: resume)
                .withOrWithoutBody().answering(.created).once(.optional)
                .refusing(.invalidValues, .notPaused),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<SubscriptionAnswer>> {
        let person = try call.person()
        let limit = try QueryNumber.limit(call.parameters)
        let after = try QueryNumber.cursor(call.parameters) ?? 0
        let found = try await subscriptions.list(
            of: person, after: SubscriptionID(Int64(after)), limit: limit)
        return Reply(
            Page(items: found.items.map { answer($0) }, next: found.next(\.id.description)))
    }

    @Sendable
    private func add(
        _ call: Call, _ body: SentBody<SubscriptionBody>
    ) async throws -> Reply<SubscriptionAnswer> {
        let person = try call.person()
        let sent = try await body.read()
        let added = try await subscriptions.add(SubscriptionRequest(sent.value), of: person) {
            try call.requestKey(sent.bytes)
        }
        return Reply(answer(added.subscription, secret: added.secret), isReplay: added.isReplay)
    }

    @Sendable
    private func end(_ call: Call) async throws {
        try await subscriptions.end(try await subscription(call))
    }

    @Sendable
    private func rotate(
        _ call: Call, _ body: SentBody<RotationBody>
    ) async throws -> Reply<RotationAnswer> {
        let subscription = try await subscription(call)
        let sent = try await body.read()
        let rotated = try await subscriptions.rotate(
            subscription, overlap: try sent.value.wholeHours
        ) { try call.requestKey(sent.bytes) }
        return Reply(
            RotationAnswer(
                secret: rotated.secret, previousUntil: rotated.previousUntil.description),
            isReplay: rotated.isReplay)
    }

    @Sendable
    private func replay(
        _ call: Call, _ body: SentBody<EmptyBody>
    ) async throws -> Reply<CountAnswer> {
        let subscription = try await subscription(call)
        let sent = try await body.read()
        let replayed = try await subscriptions.replayDead(of: subscription) {
            try call.requestKey(sent.bytes)
        }
        return Reply(CountAnswer(count: replayed.value), isReplay: replayed.isReplay)
    }

    @Sendable
    private func resume(
        _ call: Call, _ body: SentBody<ResumptionBody>
    ) async throws -> Reply<SubscriptionAnswer> {
        let subscription = try await subscription(call)
        let sent = try await body.read()
        let resumed = try await subscriptions.resume(subscription, missed: sent.value.missed) {
            try call.requestKey(sent.bytes)
        }
        return Reply(answer(resumed.subscription), isReplay: resumed.isReplay)
    }

    private func subscription(_ call: Call) async throws -> Subscription {
        try await subscriptions.subscription(
            call.context.parameters.get("id").flatMap(PathNumber.read), of: try call.person())
    }

    private func answer(_ subscription: Subscription, secret: String? = nil) -> SubscriptionAnswer {
        SubscriptionAnswer(
            subscription, owner: world.value.directory.person(subscription.person), secret: secret)
    }
}
