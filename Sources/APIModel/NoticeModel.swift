/// What somebody asks for: a webhook that is told of events.
package struct SubscriptionBody: Codable, Hashable, Sendable {
    package let channel: String
    package let url: String
    /// `told`, `seen` or `links`.
    package let scope: String?
    /// `each` or `digest`.
    package let pace: String?
    package let quiet: Bool?
    /// `zh` or `en`.
    package let language: String?
    /// Nil: of any action.
    package let actions: [String]?
}

package struct SubscriptionAnswer: Codable, Hashable, Sendable {
    package let id: String
    package let owner: PersonAnswer?
    package let channel: String
    package let url: String?
    package let scope: String
    package let pace: String
    package let quiet: Bool
    package let language: String
    package let actions: [String]?
    package let isActive: Bool
    package let createdAt: String
    package let endedAt: String?
    package let endReason: String?
    /// Only in the answer that made it.
    package let secret: String?
    /// Present where it waits for its owner.
    package let pause: Pause?

    package struct Pause: Codable, Hashable, Sendable {
        package let at: String
        package let failingSince: String?
        package let reason: LabelAnswer

        package init(at: String, failingSince: String?, reason: LabelAnswer) {
            self.at = at
            self.failingSince = failingSince
            self.reason = reason
        }
    }

    package init(
        id: String, owner: PersonAnswer?, channel: String, url: String?, scope: String,
        pace: String, quiet: Bool, language: String, actions: [String]?, isActive: Bool,
        createdAt: String, endedAt: String?, endReason: String?, secret: String?,
        pause: Pause? = nil
    ) {
        self.pause = pause
        self.id = id
        self.owner = owner
        self.channel = channel
        self.url = url
        self.scope = scope
        self.pace = pace
        self.quiet = quiet
        self.language = language
        self.actions = actions
        self.isActive = isActive
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.endReason = endReason
        self.secret = secret
    }
}

package struct RotationBody: Codable, Hashable, Sendable {
    /// How long the secret before signs as well, 0 to 168; 24 where it is left out.
    package let overlapHours: JSONValue?
}

package struct RotationAnswer: Codable, Hashable, Sendable {
    package let secret: String
    package let previousUntil: String

    package init(secret: String, previousUntil: String) {
        self.secret = secret
        self.previousUntil = previousUntil
    }
}

/// Lets a paused webhook go on.
package struct ResumptionBody: Codable, Hashable, Sendable {
    /// `send`, which is meant where it is left out, or `skip`.
    package let missed: String?
}

package struct EmptyBody: Codable, Hashable, Sendable {}

extension EmptyBody: ShapeSample {
    package static func shape() -> Shape { .record(.init(name: "EmptyBody", members: [:])) }
    package static var sample: EmptyBody { EmptyBody() }
}

package struct CountAnswer: Codable, Hashable, Sendable {
    package let count: Int

    package init(count: Int) {
        self.count = count
    }
}

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

/// How a person is told by mail.
package struct PreferenceBody: Codable, Hashable, Sendable {
    /// `each`, `digest` or `none`.
    package let mail: String?
    package let quiet: Bool?
    package let language: String?
}

package struct PreferenceAnswer: Codable, Hashable, Sendable {
    package let mail: String
    package let quiet: Bool
    package let language: String
    /// Where mail goes, most of it hidden; nil where the directory has no address.
    package let address: String?

    package init(mail: String, quiet: Bool, language: String, address: String?) {
        self.mail = mail
        self.quiet = quiet
        self.language = language
        self.address = address
    }
}
