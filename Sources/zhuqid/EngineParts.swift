import Engine
import Logging
import Store

/// The parts of the engine, put together once.
struct EngineParts {
    let desk: Desk
    let sweeper: AlarmSweeper
    let relay: OutboxRelay?
    /// Only where time is simulated.
    let mover: ClockMover?

    init(
        _ house: House, time: TimeSource, linkKey: LinkKey, outboxFile: String?, _ logger: Logger
    ) {
        let batcher = Batcher(store: house.store, world: house.world, logger: logger)
        desk = Desk(
            store: house.store, world: house.world, time: time, batcher: batcher, logger: logger)
        sweeper = AlarmSweeper(desk: desk, logger: logger)
        let message = EventMessage(world: house.world, linkKey: linkKey)
        relay = outboxFile.map { path in
            OutboxRelay(
                store: house.store, sink: OutboxFile(path: path), logger: logger,
                describe: { message.cloudEvent(for: $0) })
        }
        let store = house.store
        mover =
            time.isSimulated
            ? ClockMover(desk: desk, sweeper: sweeper, relay: relay) { instant in
                try await store.keepSimulated(now: instant)
            } : nil
    }
}
