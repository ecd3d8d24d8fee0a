import Engine
import Notices
import Store

/// Holds what the server runs beside the API: alarms, outbox, deliveries, and what moves simulated time.
struct EngineComposition {
    let gateway: CommandGateway
    let sweeper: AlarmSweeper
    let outbox: OutboxReader?
    let worker: DeliveryWorker?
    let pruner: NoticePruner?
    /// Only where time is simulated.
    let mover: ClockMover?
    let follower: ClockFollower?

    init(
        _ composition: Composition, time: TimeSource, linkKey: LinkKey, notices: NoticePlan,
        wakeUp: WakeUp,
        workload: Workload, _ observer: any Observer
    ) throws {
        let batcher = composition.batcher(observer)
        gateway = CommandGateway(
            store: composition.store, world: composition.world, time: time, batcher: batcher,
            observer: observer
        )
        sweeper = AlarmSweeper(
            gateway: gateway, alarms: composition.records.alarms, observer: observer)
        let message = EventMessage(
            world: composition.world, linkKey: linkKey, installation: composition.installationID)
        let records = composition.records
        let plan = notices.retries
        let cache = EventCache()
        let mail = notices.mailServer.map {
            MailSender(server: $0, timeout: plan.timeout, observer: observer)
        }
        let file = workload.outboxFile.map { path in
            FileRelay(
                store: records.outbox, time: time, sink: OutboxFile(path: path), observer: observer,
                describe: { message.cloudEvent(for: $0, withLink: workload.putsLinksIntoFile) })
        }
        let consumers: [(any OutboxConsumer)?] = [
            CommonRelay(gateway: gateway, store: records.common, observer: observer),
            FanOut(
                store: records.notices, world: composition.world, time: time, wakeUp: wakeUp,
                sendsMail: mail != nil, cache: cache, observer: observer),
            file,
        ]
        outbox =
            workload.outbox
            ? OutboxReader(
                store: records.outbox, consumers: consumers.compactMap(\.self), observer: observer)
            : nil
        worker =
            workload.outbox
            ? DeliveryWorker(
                store: records.notices, world: composition.world, time: time, wakeUp: wakeUp,
                webhooks: WebhookSender(
                    addressGuard: notices.addressGuard, linkKey: linkKey,
                    timeout: plan.timeout),
                mail: mail, events: message, publicAddress: notices.publicAddress,
                plan: plan,
                failurePlan: notices.failures, cache: cache, observer: observer) : nil
        pruner =
            workload.outbox
            ? NoticePruner(store: records.notices, retention: notices.retention, observer: observer)
            : nil
        mover =
            time.isSimulated
            ? ClockMover(
                gateway: gateway, sweeper: workload.alarms ? sweeper : nil, outbox: outbox
            ) { try await records.installation.keepSimulated(now: $0) } : nil
        follower =
            time.isSimulated
            ? ClockFollower(time: time, observer: observer) {
                try await records.installation.read().simulatedNow
            } : nil
    }

    /// Says which of it this process runs.
    struct Workload {
        let alarms: Bool
        let outbox: Bool
        let outboxFile: String?
        /// Whoever holds an enterprise's link may act for it.
        let putsLinksIntoFile: Bool
    }
}
