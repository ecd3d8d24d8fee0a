package import Casework
package import Languages
package import WorkingTime

package typealias SubscriptionID = Identifier<Subscription>
package typealias DeliveryID = Identifier<Delivery>

/// A way by which notices reach somebody.
package struct Subscription: Hashable, Sendable {
    package enum Channel: String, Sendable {
        case webhook
        /// To the address that the directory has of the person.
        case mail
    }

    package enum Scope: String, CaseIterable, Sendable {
        /// Events that tell the person.
        case told
        /// Every event of issues that the person may see.
        case seen
        /// Events that made a link for the enterprise, with the link: for whoever passes it on.
        case links
    }

    package enum Pace: String, CaseIterable, Sendable {
        case each
        /// One message a working day.
        case digest
        case none
    }

    package let id: SubscriptionID
    /// Whose it is: what this person may not see is not sent.
    package let person: PersonID
    package let channel: Channel
    /// Where a webhook goes; nil for mail.
    package let url: String?
    package let preferences: Preferences
    /// Counts the secrets it has had, from 1.
    package let generation: Int
    /// The oldest of the secrets that sign as well for a while.
    package let oldestGeneration: Int
    package let previousUntil: Instant?
    package let createdAt: Instant
    package let endedAt: Instant?
    package let endReason: String?
    package let trouble: Trouble

    /// How its receiver fares, and what that means for it.
    package struct Trouble: Hashable, Sendable {
        /// Wall clock: since when no try succeeded.
        package var failingSince: Instant?
        /// Wall clock: since when it waits for its owner, as it failed for too long.
        package var pausedAt: Instant?
        /// True where what waits has a line of its own.
        package var isApart = false
        /// True where events are left that it did not get deliveries for yet.
        package var isBehind = false

        package init() {}
    }

    /// What its owner wants of it, and when.
    package struct Preferences: Hashable, Sendable {
        package let scope: Scope
        package let pace: Pace
        /// True where notices wait for waking hours.
        package let isQuiet: Bool
        package let language: Language
        /// None: of any action.
        package let actions: [String]

        package init(
            scope: Scope, pace: Pace, isQuiet: Bool, language: Language, actions: [String] = []
        ) {
            self.scope = scope
            self.pace = pace
            self.isQuiet = isQuiet
            self.language = language
            self.actions = actions
        }
    }

    package init(
        id: SubscriptionID, person: PersonID, channel: Channel, url: String?,
        preferences: Preferences,
        generation: Int, oldestGeneration: Int, previousUntil: Instant?, createdAt: Instant,
        endedAt: Instant?,
        endReason: String?, trouble: Trouble = Trouble()
    ) {
        self.id = id
        self.person = person
        self.channel = channel
        self.url = url
        self.preferences = preferences
        self.generation = generation
        self.oldestGeneration = oldestGeneration
        self.previousUntil = previousUntil
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.endReason = endReason
        self.trouble = trouble
    }

    package var isActive: Bool { endedAt == nil }

    /// The generations whose secrets sign at an instant, the newest first.
    package func signing(at wall: Instant) -> [Int] {
        guard let previousUntil, wall < previousUntil else { return [generation] }
        return (oldestGeneration...generation).reversed()
    }
}
