import Casework
import ServiceLifecycle

/// Carries committed events out of the database to a file, at least once, in order per issue.
package struct OutboxRelay: Service {
    private let store: any OutboxStore
    private let time: TimeSource
    private let sink: OutboxFile
    private let describe: @Sendable (OutboxItem) -> CloudEvent
    private let observer: any Observer
    private let pollingInterval: Duration

    package init(
        store: any OutboxStore, time: TimeSource, sink: OutboxFile,
        pollingInterval: Duration = .milliseconds(200),
        observer: any Observer, describe: @escaping @Sendable (OutboxItem) -> CloudEvent
    ) {
        self.store = store
        self.time = time
        self.sink = sink
        self.pollingInterval = pollingInterval
        self.observer = observer
        self.describe = describe
    }

    package func run() async throws {
        await PollLoop(of: .outbox, every: pollingInterval, observer: observer)
            .run(drain)
    }

    /// Delivers everything that is committed and readable now.
    package func drain() async throws {
        while try await store.carry(
            reader: sink.name, limit: 64,
            { items in
                try sink.append(items.map(describe))
                observer.note(.outboxCarried(reader: sink.name, items, at: time.now))
            })
        {}
    }
}
