import Casework
import Engine
import Synchronization

/// Keeps events that were read lately: one event goes to several receivers, and never changes.
final class RecentItems: Sendable {
    private let known = Mutex<[EventPlace: OutboxItem]>([:])
    private static let most = 2048

    /// Reads only what is not known.
    func items(
        at places: [EventPlace], reading read: ([EventPlace]) async throws -> [OutboxItem]
    ) async throws -> [EventPlace: OutboxItem] {
        let wanted = Set(places)
        var found = known.withLock { known in
            wanted.reduce(into: [EventPlace: OutboxItem]()) { $0[$1] = known[$1] }
        }
        let missing = wanted.subtracting(found.keys).sorted {
            ($0.issue, $0.sequence) < ($1.issue, $1.sequence)
        }
        guard !missing.isEmpty else { return found }
        for item in try await read(missing) {
            found[EventPlace(issue: item.event.issue, sequence: item.event.sequence)] = item
        }
        known.withLock { known in
            if known.count > Self.most { known = [:] }
            for (place, item) in found { known[place] = item }
        }
        return found
    }
}
