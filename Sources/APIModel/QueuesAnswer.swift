/// `GET /v1/queues`: how much stands in the queues of the caller, by how soon it is due.
package struct QueuesAnswer: Codable, Hashable, Sendable {
    /// Duties of one queue. They are counted by what posts hold and where issues belong; a list leaves out
    /// what somebody may not do at last.
    package struct Queue: Codable, Hashable, Sendable {
        /// As `queue` of `GET /v1/duties`.
        package let queue: String
        package let overdue: Count
        /// Due by the end of the day.
        package let today: Count
        /// Due later.
        package let later: Count
        /// Without a date, or standing still.
        package let undated: Count

        package init(queue: String, overdue: Count, today: Count, later: Count, undated: Count) {
            self.queue = queue
            self.overdue = overdue
            self.today = today
            self.later = later
            self.undated = undated
        }
    }

    package struct Count: Codable, Hashable, Sendable {
        package let count: Int
        /// True where there are more: counting ends at about three hundred.
        package let hasMore: Bool

        package init(count: Int, hasMore: Bool) {
            self.count = count
            self.hasMore = hasMore
        }
    }

    /// What time it is for the issues.
    package let now: String
    package let queues: [Queue]

    package init(now: String, queues: [Queue]) {
        self.now = now
        self.queues = queues
    }
}
