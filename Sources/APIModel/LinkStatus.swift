/// `GET /v1/links/{token}`: what the enterprise sees.
package struct LinkStatus: Codable, Hashable, Sendable {
    /// One step that the enterprise is told of.
    package struct Step: Codable, Hashable, Sendable {
        package let at: String
        package let label: LabelAnswer
        /// Where the issue stands since.
        package let stateLabel: LabelAnswer
        /// What was written for the enterprise.
        package let text: String?

        package init(
            at: String, label: LabelAnswer, stateLabel: LabelAnswer, text: String?
        ) {
            self.at = at
            self.label = label
            self.stateLabel = stateLabel
            self.text = text
        }
    }

    /// An issue in which this one is handled: one that it was merged into, or a part of it.
    package struct Successor: Codable, Hashable, Sendable {
        package let number: String
        package let title: String
        package let state: String
        package let stateLabel: LabelAnswer
        package let leadUnit: String?
        package let reply: String?
        package let dueAt: String?
        /// Says for the enterprise how the two hang together.
        package let text: String

        package init(
            number: String, title: String, state: String, stateLabel: LabelAnswer,
            leadUnit: String?, reply: String?, dueAt: String?, text: String
        ) {
            self.number = number
            self.title = title
            self.state = state
            self.stateLabel = stateLabel
            self.leadUnit = leadUnit
            self.reply = reply
            self.dueAt = dueAt
            self.text = text
        }
    }

    package let number: String
    package let title: String
    package let state: String
    package let stateLabel: LabelAnswer
    package let leadUnit: String?
    package let reply: String?
    package let dueAt: String?
    /// What the enterprise may do now.
    package let actions: [LinkDeed]
    /// The same with the fields that each takes, its action in the words of `actions`; absent in
    /// answers to actions.
    package let forms: [ActionsAnswer.Item]?
    /// What happened so far, the oldest first; absent in answers to actions.
    package let progress: [Step]?
    /// Where it goes on; absent where it was not merged, and in answers to actions.
    package let handledIn: Successor?
    /// What was split off it; absent where nothing was, and in answers to actions.
    package let parts: [Successor]?
    package let version: Int

    package init(
        number: String, title: String, state: String, stateLabel: LabelAnswer, leadUnit: String?,
        reply: String?, dueAt: String?, actions: [LinkDeed], forms: [ActionsAnswer.Item]? = nil,
        progress: [Step]? = nil, handledIn: Successor? = nil, parts: [Successor]? = nil,
        version: Int
    ) {
        self.number = number
        self.title = title
        self.state = state
        self.stateLabel = stateLabel
        self.leadUnit = leadUnit
        self.reply = reply
        self.dueAt = dueAt
        self.actions = actions
        self.forms = forms
        self.progress = progress
        self.handledIn = handledIn
        self.parts = parts
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
