import Engine
import Synchronization

/// Counts what is under way, so that no receiver holds up the others.
final class DeliveryLoad: Sendable {
    private struct State {
        var underWay: [DeliveryID: Subscription] = [:]
        var ailing: Set<SubscriptionID> = []
    }

    private static let mostMail = 32
    private let state = Mutex(State())

    var count: Int { state.withLock { $0.underWay.count } }

    var limits: ConcurrencyLimits {
        state.withLock { state in
            var limits = ConcurrencyLimits()
            let webhooks = state.underWay.values.filter { $0.channel == .webhook }
            let counts = Dictionary(grouping: webhooks, by: \.person).mapValues(\.count)
            limits.persons = Set(counts.filter { $0.value >= ConcurrencyLimits.mostOfPerson }.keys)
            limits.ailing = state.ailing
            limits.receivers = state.ailing.intersection(state.underWay.values.map(\.id))
            let apart = webhooks.count { $0.trouble.isApart || state.ailing.contains($0.id) }
            limits.roomApart = max(0, ConcurrencyLimits.mostApart - apart)
            limits.isMailFull = state.underWay.count - webhooks.count >= Self.mostMail
            return limits
        }
    }

    /// The subscription of a delivery that is under way.
    func subscription(of delivery: DeliveryID) -> SubscriptionID? {
        state.withLock { $0.underWay[delivery]?.id }
    }

    func begin(_ claimed: [ClaimedDelivery]) {
        state.withLock { state in
            for delivery in claimed { state.underWay[delivery.id] = delivery.subscription }
        }
    }

    func end(_ settled: [SettledDelivery]) {
        state.withLock { state in
            for delivery in settled {
                guard let subscription = state.underWay.removeValue(forKey: delivery.id) else {
                    continue
                }
                switch delivery.outcome {
                case .delivered: state.ailing.remove(subscription.id)
                // Nobody was asked: that says nothing of the receiver.
                case .noLongerVisible: break
                case .retry, .dead, .ended: state.ailing.insert(subscription.id)
                }
            }
        }
    }
}
