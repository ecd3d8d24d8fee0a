import ServiceLifecycle
package import WorkingTime

/// Looks once for all who carry committed events on, and wakes those who have some left.
///
///                    ┌ every 200 ms: whose place is behind what is committed?
///      outbox_batch ─┴─▶ wake-up ─▶ consumer: lock its place ─▶ read on ─▶ carry ─▶ move, COMMIT
///
/// Each consumer has a place and a transaction of its own: while it runs, none waits for another, none
/// fails with another, and what is not noted at a crash is carried again. Other processes may do the
/// same.
package struct OutboxReader: Service {
    /// What a lost wake-up costs at most.
    private static let longestWait = Duration.seconds(5)

    private let store: any OutboxStore
    private let consumers: [any OutboxConsumer]
    private let observer: any Observer
    private let pollingInterval: Duration

    package init(
        store: any OutboxStore, consumers: [any OutboxConsumer],
        pollingInterval: Duration = .milliseconds(200), observer: any Observer
    ) {
        self.store = store
        self.consumers = consumers
        self.pollingInterval = pollingInterval
        self.observer = observer
    }

    /// Reads for each consumer until the process ends: when it is woken, else every few seconds.
    package func run() async throws {
        let feeds = consumers.map { Feed(consumer: $0, wakeUp: WakeUp()) }
        await withDiscardingTaskGroup { group in
            for feed in feeds {
                group.addTask {
                    await PollLoop(
                        of: feed.consumer.work, every: Self.longestWait, wokenBy: feed.wakeUp,
                        observer: observer
                    ).run { try await feed.consumer.drain() }
                }
            }
            await PollLoop(of: .outbox, every: pollingInterval, observer: observer)
                .run { try await look(for: feeds) }
        }
    }

    /// Carries on everything that is committed and readable now, and then what came of it for other
    /// issues. One after the other: what a consumer has open hides from the next what came after it.
    ///
    /// - Throws: what the first consumer throws that fails.
    package func drain() async throws {
        for _ in 0..<2 {
            for consumer in consumers { try await consumer.drain() }
        }
    }

    /// The last instant before something is closed that is open after another; simulated time stops
    /// there, so that what was committed until then is in it.
    package func stop(after instant: Instant) -> Instant? {
        consumers.compactMap { consumer in
            guard let first = consumer.closing(after: instant) else { return nil }
            let isOpen = first.microseconds - 1 > instant.microseconds
            let closing = isOpen ? first : consumer.closing(after: first)
            return closing.map { Instant(microseconds: $0.microseconds - 1) }
        }.min()
    }

    private struct Feed: Sendable {
        let consumer: any OutboxConsumer
        let wakeUp: WakeUp
    }

    private func look(for feeds: [Feed]) async throws {
        let waiting = try await store.waiting(among: consumers.map(\.reader))
        for feed in feeds where waiting.contains(feed.consumer.reader) {
            await feed.wakeUp.signal()
        }
        for feed in feeds where !waiting.contains(feed.consumer.reader) {
            if try await feed.consumer.hasBacklog() { await feed.wakeUp.signal() }
        }
    }
}
