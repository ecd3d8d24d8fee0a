import Casework
package import Engine

/// Carries committed events out of the database to a file, at least once, in order per issue.
package struct FileRelay: OutboxConsumer {
    private let store: any OutboxStore
    private let time: TimeSource
    private let sink: OutboxFile
    private let describe: @Sendable (OutboxItem) -> CloudEvent
    private let observer: any Observer

    package init(
        store: any OutboxStore, time: TimeSource, sink: OutboxFile, observer: any Observer,
        describe: @escaping @Sendable (OutboxItem) -> CloudEvent
    ) {
        self.store = store
        self.time = time
        self.sink = sink
        self.observer = observer
        self.describe = describe
    }

    package var reader: String { sink.name }

    package var work: RecurringWork { .outboxFile }

    package func drain() async throws {
        while try await store.carry(
            reader: reader, limit: 64,
            { items in
                try sink.append(items.map(describe))
                observer.note(.outboxCarried(reader: reader, items, at: time.now))
            })
        {}
    }
}
