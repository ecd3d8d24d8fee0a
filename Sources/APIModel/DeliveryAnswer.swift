package struct DeliveryAnswer: Codable, Hashable, Sendable {
    package struct Attempt: Codable, Hashable, Sendable {
        package let number: Int
        package let at: String
        package let status: Int?
        package let error: String?
        package let milliseconds: Int

        package init(number: Int, at: String, status: Int?, error: String?, milliseconds: Int) {
            self.number = number
            self.at = at
            self.status = status
            self.error = error
            self.milliseconds = milliseconds
        }
    }

    package let id: String
    package let subscription: String
    package let issue: String?
    package let sequence: Int?
    package let digestOn: String?
    /// `pending`, `delivered`, `noLongerVisible` or `dead`.
    package let state: String
    package let stateLabel: LabelAnswer
    package let notBefore: String
    package let nextTryAt: String?
    package let tries: Int
    package let lastStatus: Int?
    package let lastError: String?
    package let settledAt: String?
    package let attempts: [Attempt]?

    package init(
        stateLabel: LabelAnswer,
        id: String, subscription: String, issue: String?, sequence: Int?, digestOn: String?,
        state: String, notBefore: String, nextTryAt: String?, tries: Int, lastStatus: Int?,
        lastError: String?, settledAt: String?, attempts: [Attempt]?
    ) {
        self.id = id
        self.subscription = subscription
        self.issue = issue
        self.sequence = sequence
        self.digestOn = digestOn
        self.state = state
        self.stateLabel = stateLabel
        self.notBefore = notBefore
        self.nextTryAt = nextTryAt
        self.tries = tries
        self.lastStatus = lastStatus
        self.lastError = lastError
        self.settledAt = settledAt
        self.attempts = attempts
    }
}
