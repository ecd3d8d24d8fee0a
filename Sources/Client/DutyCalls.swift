package import APIModel

/// Says which duties a list holds, and which page of it.
package struct DutyQuery: Hashable, Sendable {
    package enum Queue: String, CaseIterable, Sendable {
        case mine, unit, others
    }

    package var queue: Queue
    /// Where the page begins, as the page before it said in `next`.
    package var cursor: String?
    package var limit: Int?

    package init(queue: Queue, cursor: String? = nil, limit: Int? = nil) {
        self.queue = queue
        self.cursor = cursor
        self.limit = limit
    }

    var parameters: [(name: String, value: String?)] {
        [("queue", queue.rawValue), ("cursor", cursor), ("limit", limit.map(String.init))]
    }
}

extension APIClient {
    /// Lists what is owed. Term: 待办.
    package func duties(
        _ query: DutyQuery
    ) async throws(ClientError) -> Reply<Page<DutyAnswer>> {
        try await get(.duties, asking: query.parameters)
    }
}
