import Casework
package import Engine

/// Keeps events that were read lately, for whoever carries them and whoever sends them: one event
/// goes to several receivers, and never changes. The title and the version beside it may, so letters take
/// the title from the issue.
package actor EventCache {
    private var known: [EventPlace: OutboxItem] = [:]
    private static let most = 4096

    package init() {}

    /// Reads only what is not known.
    package func items(
        at places: [EventPlace], reading read: @Sendable ([EventPlace]) async throws -> [OutboxItem]
    ) async throws -> [EventPlace: OutboxItem] {
        let wanted = Set(places)
        var found = wanted.reduce(into: [EventPlace: OutboxItem]()) { $0[$1] = known[$1] }
        let missing = wanted.subtracting(found.keys).sorted {
            ($0.issue, $0.sequence) < ($1.issue, $1.sequence)
        }
        guard !missing.isEmpty else { return found }
        let read = try await read(missing)
        for item in read { found[item.place] = item }
        keep(read)
        return found
    }

    package func keep(_ items: [OutboxItem]) {
        if known.count + items.count > Self.most { known = [:] }
        for item in items { known[item.place] = item }
    }
}
