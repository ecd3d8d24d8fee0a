package import Engine
import ServiceLifecycle
import WorkingTime

/// Forgets what became of notices long ago.
package struct NoticePruner: Service {
    private static let most = 1000
    private let store: any NoticeStore
    private let retention: NoticeRetention
    private let observer: any Observer

    package init(store: any NoticeStore, retention: NoticeRetention, observer: any Observer) {
        self.store = store
        self.retention = retention
        self.observer = observer
    }

    package func run() async throws {
        await PollLoop(of: .pruning, every: .seconds(600), observer: observer).run(prune)
    }

    /// Forgets all that is old enough, some at a time.
    package func prune() async throws {
        while try await store.prune(retention, at: TimeSource().now, limit: Self.most) == Self.most
        {
        }
    }
}
