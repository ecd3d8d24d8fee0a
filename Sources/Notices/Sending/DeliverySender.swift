import Casework
import Engine
import WorkingTime

/// Makes one try at a delivery by its channel, and says how it ended.
struct DeliverySender: Sendable {
    let webhooks: WebhookSender
    let mail: MailSender?
    /// The installation's id: ids of messages are unique beside it.
    let installation: String
    let plan: RetryPlan
    let observer: any Observer
    private let wall = TimeSource()

    init(
        webhooks: WebhookSender, mail: MailSender?, installation: String, plan: RetryPlan,
        observer: any Observer
    ) {
        self.webhooks = webhooks
        self.mail = mail
        self.installation = installation
        self.plan = plan
        self.observer = observer
    }

    /// Makes one try; whatever comes of it is told.
    func deliver(
        _ delivery: ClaimedDelivery, _ letter: Result<Letter, SendingFault>
    ) async -> SettledDelivery {
        let began = wall.now
        let outcome: SettledDelivery.Outcome
        var status: Int?
        var reason: String?
        var failed: SubscriptionID?
        var reached: SubscriptionID?
        let isWebhook = delivery.subscription.channel == .webhook
        do {
            status = try await send(try letter.get(), for: delivery, at: began)
            outcome = .delivered
            reached = isWebhook ? delivery.subscription.id : nil
        } catch let fault as SendingFault {
            status = fault.status
            reason = fault.reason.rawValue
            outcome = self.outcome(of: fault, delivery)
            failed = isWebhook && fault.reason.isOfReceiver ? delivery.subscription.id : nil
        } catch is CancellationError {
            // The process is ending: another takes it up.
            reason = SendingFault.Reason.unreachable.rawValue
            outcome = .retry(at: began)
        } catch {
            observer.note(.deliveryBroke(error: "\(error)"))
            reason = SendingFault.Reason.unreachable.rawValue
            outcome = self.outcome(of: SendingFault(.unreachable), delivery)
        }
        let taken = (wall.now.microseconds - began.microseconds) / 1000
        observer.note(
            .deliveryTried(
                DeliveryTry(
                    channel: delivery.subscription.channel.rawValue,
                    isDelivered: outcome == .delivered, duration: .milliseconds(taken))))
        return SettledDelivery(
            id: delivery.id, outcome: outcome,
            attempt: Delivery.Attempt(
                number: delivery.tries, at: began, status: status, error: reason,
                milliseconds: Int(max(0, taken))), failed: failed, reached: reached)
    }

    private func send(
        _ letter: Letter, for delivery: ClaimedDelivery, at wall: Instant
    ) async throws -> Int {
        let id = "zn_\(delivery.id).\(installation)"
        switch delivery.subscription.channel {
        case .webhook:
            return try await webhooks.send(
                letter.body, id: id, to: delivery.subscription, at: wall)
        case .mail:
            guard let mail else { throw SendingFault(.mail) }
            guard let address = letter.person.email else {
                throw SendingFault(.mail, then: .dead)
            }
            return try await mail.send(letter.words, id: id, to: address, at: wall)
        }
    }

    private func outcome(
        of fault: SendingFault, _ delivery: ClaimedDelivery
    ) -> SettledDelivery.Outcome {
        let now = wall.now
        switch fault.then {
        case .dead: return .dead
        case .hidden: return .noLongerVisible
        case .end: return .ended(reason: fault.reason.rawValue)
        case .retry(let asked):
            let pause = plan.pause(
                afterTries: delivery.triesSinceReplay, asked: asked,
                jitter: Double.random(in: -1...1))
            return pause.map { .retry(at: now.adding($0)) } ?? .dead
        }
    }
}

extension Instant {
    func adding(_ duration: Duration) -> Instant {
        Instant(microseconds: microseconds + Int64(duration / .microseconds(1)))
    }
}
