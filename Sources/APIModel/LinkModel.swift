/// `GET /v1/links/{token}`: what the enterprise sees.
package struct LinkStatus: Codable, Hashable, Sendable {
    package let number: String
    package let title: String
    package let state: String
    package let stateLabel: LabelAnswer
    package let leadUnit: String?
    package let reply: String?
    package let dueAt: String?
    /// What the enterprise may do now: `evaluate`, `withdraw`, …
    package let actions: [String]
    package let version: Int

    package init(
        number: String, title: String, state: String, stateLabel: LabelAnswer, leadUnit: String?,
        reply: String?, dueAt: String?, actions: [String], version: Int
    ) {
        self.number = number
        self.title = title
        self.state = state
        self.stateLabel = stateLabel
        self.leadUnit = leadUnit
        self.reply = reply
        self.dueAt = dueAt
        self.actions = actions
        self.version = version
    }
}

/// The body of `POST /v1/links/{token}/evaluate`.
package struct EvaluationBody: Codable, Hashable, Sendable {
    /// `satisfied`, `basicallySatisfied` or `dissatisfied`.
    package var evaluation: String
    package var reason: String?

    package init(evaluation: String, reason: String? = nil) {
        self.evaluation = evaluation
        self.reason = reason
    }
}
