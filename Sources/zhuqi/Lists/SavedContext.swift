/// A queue and filters that are kept under a name.
struct SavedContext: Codable, Hashable, Sendable {
    /// Nil for whichever is asked for.
    let queue: String?
    /// By the names of their options.
    let filters: [String: String]

    init(queue: QueueName?, filter: ListFilter) {
        self.queue = queue?.rawValue
        filters = Dictionary(
            uniqueKeysWithValues: filter.values.map { ($0.key.rawValue, $0.value) })
    }

    /// What a later version of the tool kept is left out.
    var filter: ListFilter {
        let known = filters.compactMap { name, value in
            ListFilter.Name(rawValue: name).map { ($0, value) }
        }
        return ListFilter(values: Dictionary(uniqueKeysWithValues: known))
    }

    var queueName: QueueName? { queue.flatMap(QueueName.init) }

    /// As they stand on a command line.
    var arguments: [String] { (queue.map { ["--queue", $0] } ?? []) + filter.arguments }
}
