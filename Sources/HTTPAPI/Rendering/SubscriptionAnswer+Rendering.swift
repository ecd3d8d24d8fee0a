import APIModel
import Casework
import Engine
import Languages
import Notices
import WorkingTime

extension SubscriptionAnswer {
    /// - Parameter secret: only in the answer that made it.
    init(_ subscription: Subscription, owner: Person?, secret: String?) {
        let preferences = subscription.preferences
        self.init(
            id: subscription.id.description,
            owner: owner.map { PersonAnswer(login: $0.login, name: $0.name) },
            channel: subscription.channel.rawValue, url: subscription.url,
            scope: preferences.scope.rawValue, pace: preferences.pace.rawValue,
            quiet: preferences.isQuiet,
            language: preferences.language.rawValue,
            actions: preferences.actions.isEmpty ? nil : preferences.actions,
            isActive: subscription.isActive, createdAt: subscription.createdAt.description,
            endedAt: subscription.endedAt?.description, endReason: subscription.endReason,
            secret: secret, pause: Pause(subscription.trouble))
    }
}

extension SubscriptionAnswer.Pause {
    /// Nil where the webhook does not wait for its owner.
    fileprivate init?(_ trouble: Subscription.Trouble) {
        guard let pausedAt = trouble.pausedAt else { return nil }
        self.init(
            at: pausedAt.description, failingSince: trouble.failingSince?.description,
            reason: LabelAnswer(
                zh: "接收端持续投递失败，已暂停；恢复后可补发。",
                en: "Its receiver failed for too long; resume it to get what was missed."))
    }
}

extension DeliveryAnswer {
    init(_ delivery: Delivery, _ attempts: [Delivery.Attempt]? = nil) {
        let waits = delivery.state == .pending && delivery.nextTryAt > .distantPast
        self.init(
            stateLabel: delivery.state.label,
            id: delivery.id.description, subscription: delivery.subscription.description,
            issue: delivery.issueNumber, sequence: delivery.sequence,
            digestOn: delivery.digestOn?.description, state: delivery.state.rawValue,
            notBefore: delivery.notBefore.description,
            nextTryAt: waits ? delivery.nextTryAt.description : nil, tries: delivery.tries,
            lastStatus: delivery.lastStatus, lastError: delivery.lastError,
            settledAt: delivery.settledAt?.description, attempts: attempts?.map(Attempt.init))
    }
}

extension DeliveryAnswer.Attempt {
    fileprivate init(_ attempt: Delivery.Attempt) {
        self.init(
            number: attempt.number, at: attempt.at.description, status: attempt.status,
            error: attempt.error, milliseconds: attempt.milliseconds)
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
