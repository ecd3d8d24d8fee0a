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

    package init(
        channel: String, url: String, scope: String? = nil, pace: String? = nil,
        quiet: Bool? = nil, language: String? = nil, actions: [String]? = nil
    ) {
        self.channel = channel
        self.url = url
        self.scope = scope
        self.pace = pace
        self.quiet = quiet
        self.language = language
        self.actions = actions
    }
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

    package init(overlapHours: JSONValue? = nil) { self.overlapHours = overlapHours }
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

    package init(missed: String? = nil) { self.missed = missed }
}
