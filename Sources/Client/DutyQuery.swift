/// Says which duties a list holds, and which page of it.
package struct DutyQuery: Hashable, Sendable {
    package enum Queue: String, CaseIterable, Sendable {
        case mine, unit, others, overdue, escalated, watched, all
    }

    package var queue: Queue
    /// A unit's code.
    package var unit: String?
    package var state: String?
    package var `class`: String?
    package var category: String?
    /// A division's code.
    package var division: String?
    package var workflow: String?
    /// Words that the text holds.
    package var text: String?
    /// Where the page begins, as the page before it said in `next`.
    package var cursor: String?
    package var limit: Int?

    package init(queue: Queue, cursor: String? = nil, limit: Int? = nil) {
        self.queue = queue
        self.cursor = cursor
        self.limit = limit
    }

    package var isFiltered: Bool {
        [unit, state, `class`, category, division, workflow, text].contains { $0 != nil }
    }

    var parameters: [(name: String, value: String?)] {
        [
            ("queue", queue.rawValue), ("unit", unit), ("state", state), ("class", `class`),
            ("category", category), ("division", division), ("workflow", workflow), ("q", text),
            ("cursor", cursor), ("limit", limit.map(String.init)),
        ]
    }
}
