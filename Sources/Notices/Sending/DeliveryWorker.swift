import Casework
package import Engine
import ServiceLifecycle
import WorkingTime

/// Delivers what waits: at least once, in order per issue and subscription, many at a time.
///
/// Other processes may do the same beside it: a claim keeps them apart.
package struct DeliveryWorker: Service {
    private let store: any NoticeStore
    private let world: CurrentWorld
    private let time: TimeSource
    private let wakeUp: WakeUp
    private let sender: DeliverySender
    private let events: EventMessage
    private let publicAddress: PublicAddress
    private let plan: RetryPlan
    private let failurePlan: FailurePlan
    private let observer: any Observer
    private let load = DeliveryLoad()
    private let templates = TemplateCache()
    private let cache: EventCache
    private let wall = TimeSource()
    private static let mostAtOnce = 128
    private static let claimSize = 96
    private static let gathering = Duration.milliseconds(10)

    package init(
        store: any NoticeStore, world: CurrentWorld, time: TimeSource, wakeUp: WakeUp,
        webhooks: WebhookSender, mail: MailSender?, events: EventMessage,
        publicAddress: PublicAddress,
        plan: RetryPlan, failurePlan: FailurePlan = FailurePlan(), cache: EventCache,
        observer: any Observer
    ) {
        self.store = store
        self.world = world
        self.time = time
        self.wakeUp = wakeUp
        sender = DeliverySender(
            webhooks: webhooks, mail: mail, installation: events.installation, plan: plan,
            observer: observer)
        self.events = events
        self.publicAddress = publicAddress
        self.plan = plan
        self.failurePlan = failurePlan
        self.cache = cache
        self.observer = observer
    }

    package func run() async throws {
        let ended = EndedTries()
        await withTaskGroup(of: Void.self) { group in
            // What has ended is written down also while the process ends.
            group.addTask {
                while let some = await ended.next() { await self.write(some) }
            }
            group.addTask {
                await cancelWhenGracefulShutdown { await self.work(ended) }
                await ended.finish()
            }
        }
        await sender.webhooks.close()
    }

    /// Claims as much as there is room for, and sends each on a task of its own.
    private func work(_ ended: EndedTries) async {
        var isStanding = false
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    let claimed = try await claim()
                    isStanding = false
                    for (delivery, letter) in claimed {
                        group.addTask { await ended.add(await sender.deliver(delivery, letter)) }
                    }
                    if claimed.isEmpty { await wakeUp.wait(atMost: .milliseconds(200)) }
                    // What becomes free meanwhile is claimed, and read for, together.
                    try? await Task.sleep(for: Self.gathering)
                } catch {
                    // Said once an outage, not at every look.
                    if !isStanding, !Task.isCancelled {
                        observer.note(.outage(of: .deliveries, error: "\(error)"))
                    }
                    isStanding = true
                    await wakeUp.wait(atMost: .seconds(2))
                }
            }
        }
    }

    private typealias Ready = (ClaimedDelivery, Result<Letter, SendingFault>)

    private func claim() async throws -> [Ready] {
        let room = min(Self.claimSize, Self.mostAtOnce - load.count)
        guard room > 0 else { return [] }
        let now = wall.now
        let claimed = try await store.claim(
            at: time.now, wall: now, until: now.adding(plan.lease), limit: room,
            within: load.limits)
        guard !claimed.isEmpty else { return [] }
        let facts = try await FactsReading(
            store: store, cache: cache, world: world.value, now: time.now
        ).facts(for: claimed)
        let writer = LetterWriter(
            facts: facts, events: events, publicAddress: publicAddress, templates: templates)
        load.begin(claimed)
        return claimed.map { delivery in
            do throws(SendingFault) {
                return (delivery, .success(try writer.letter(for: delivery)))
            } catch {
                return (delivery, .failure(error))
            }
        }
    }

    /// Writes down how tries ended. What can't be written is tried again after its claim.
    private func write(_ settled: [SettledDelivery]) async {
        do {
            for paused in try await store.settle(settled, by: failurePlan) {
                observer.note(.webhookPaused(subscription: "\(paused)"))
            }
            for one in settled {
                guard case .ended(let reason) = one.outcome,
                    let subscription = load.subscription(of: one.id)
                else { continue }
                try await store.end(subscription, reason: reason, at: wall.now)
            }
        } catch {
            observer.note(.deliveriesUnsettled(error: "\(error)"))
        }
        load.end(settled)
        await wakeUp.signal()
    }
}
