/// The body of `POST /v1/actions`: actions on many issues, each for itself.
package struct BulkActionBody: Codable, Hashable, Sendable {
    package struct Item: Codable, Hashable, Sendable {
        /// The id or the number of an issue.
        package var issue: String
        package var action: String
        /// The version that was seen, or `"*"` for any; as If-Match says it of one action.
        package var version: JSONValue?
        /// Makes the item count once, as Idempotency-Key does with one action.
        package var key: String?
        package var comment: String?
        package var fields: [String: JSONValue]?

        package init(
            issue: String, action: String, version: JSONValue?, key: String?,
            comment: String? = nil, fields: [String: JSONValue]? = nil
        ) {
            self.issue = issue
            self.action = action
            self.version = version
            self.key = key
            self.comment = comment
            self.fields = fields
        }
    }

    package var items: [Item]

    package init(items: [Item]) { self.items = items }
}

/// The answer to `POST /v1/actions`: what came of each item, in the order given.
package struct BulkActionAnswer: Codable, Hashable, Sendable {
    /// What one item would have been answered alone.
    package struct Item: Codable, Hashable, Sendable {
        /// The status of that answer, e.g. 201.
        package let status: Int
        /// True where an earlier request with the same key did it.
        package let isReplay: Bool?
        package let event: EventAnswer?
        package let issue: IssueAnswer?
        package let newIssues: [ActionAnswer.NewIssue]?
        /// What is wrong with it; its pointers lead from the top of the whole body.
        package let problem: Problem?
        /// Seconds after which it may be sent again with its key.
        package let retryAfter: Int?

        package init(_ answer: ActionAnswer, status: Int, isReplay: Bool) {
            self.status = status
            self.isReplay = isReplay ? true : nil
            event = answer.event
            issue = answer.issue
            newIssues = answer.newIssues
            problem = nil
            retryAfter = nil
        }

        package init(_ problem: Problem, retryAfter: Int?) {
            status = problem.status
            isReplay = nil
            event = nil
            issue = nil
            newIssues = nil
            self.problem = problem
            self.retryAfter = retryAfter
        }
    }

    package let items: [Item]

    package init(items: [Item]) { self.items = items }
}
