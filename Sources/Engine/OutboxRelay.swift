import Casework
package import Logging
import ServiceLifecycle

/// Carries committed events out of the database to a file, at least once, in order per issue.
package struct OutboxRelay: Service {
    private let store: any CaseStore
    private let sink: OutboxFile
    private let describe: @Sendable (OutboxItem) -> CloudEvent
    private let logger: Logger
    private let pollingInterval: Duration

    package init(
        store: any CaseStore, sink: OutboxFile, pollingInterval: Duration = .milliseconds(200),
        logger: Logger, describe: @escaping @Sendable (OutboxItem) -> CloudEvent
    ) {
        self.store = store
        self.sink = sink
        self.pollingInterval = pollingInterval
        self.logger = logger
        self.describe = describe
    }

    package func run() async throws {
        await Rounds(every: pollingInterval, outage: "outbox stands", logger: logger)
            .run(drain)
    }

    /// Delivers everything that is committed and readable now.
    package func drain() async throws {
        while try await store.carry(
            reader: sink.name, limit: 64, { try sink.append($0.map(describe)) })
        {}
    }
}
