/// Says which issues a list holds, and which page of it.
package struct IssueQuery: Hashable, Sendable {
    package enum Queue: String, CaseIterable, Sendable {
        case mine, unit, overdue, escalated, all
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
    /// Words that the issue's text holds.
    package var text: String?
    /// Where the page begins, as the page before it said in `next`.
    package var cursor: String?
    package var limit: Int?

    package init(
        queue: Queue, unit: String? = nil, state: String? = nil, class: String? = nil,
        category: String? = nil, division: String? = nil, workflow: String? = nil,
        text: String? = nil, cursor: String? = nil, limit: Int? = nil
    ) {
        self.queue = queue
        self.unit = unit
        self.state = state
        self.class = `class`
        self.category = category
        self.division = division
        self.workflow = workflow
        self.text = text
        self.cursor = cursor
        self.limit = limit
    }

    var parameters: [(name: String, value: String?)] {
        [
            ("queue", queue.rawValue), ("unit", unit), ("state", state), ("class", `class`),
            ("category", category), ("division", division), ("workflow", workflow), ("q", text),
            ("cursor", cursor), ("limit", limit.map(String.init)),
        ]
    }
}
