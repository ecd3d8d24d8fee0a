package import Logging
import ServiceLifecycle

/// Forgets what became of notices long ago.
package struct NoticePruner: Service {
    private static let most = 1000
    private let store: any NoticeStore
    private let retention: NoticeRetention
    private let logger: Logger

    package init(store: any NoticeStore, retention: NoticeRetention, logger: Logger) {
        self.store = store
        self.retention = retention
        self.logger = logger
    }

    package func run() async throws {
        await Rounds(every: .seconds(600), outage: "old notices stay", logger: logger).run(prune)
    }

    /// Forgets all that is old enough, some at a time.
    package func prune() async throws {
        while try await store.prune(retention, at: TimeSource().now, limit: Self.most) == Self.most
        {
        }
    }
}
