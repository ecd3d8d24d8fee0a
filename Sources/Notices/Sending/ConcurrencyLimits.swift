package import Casework

/// Says who has as many deliveries under way as they may: no receiver, and no owner of many, holds
/// up the others.
package struct ConcurrencyLimits: Hashable, Sendable {
    /// How many webhooks of one person may be under way.
    package static let mostOfPerson = 8
    /// How many webhooks that stand apart may be claimed at once.
    package static let mostApart = 32

    /// Subscriptions that wait for what they have under way.
    package var receivers: Set<SubscriptionID> = []
    /// Persons whose webhooks do.
    package var persons: Set<PersonID> = []
    package var isMailFull = false
    /// How many more webhooks may be under way to receivers that failed.
    package var roomApart = ConcurrencyLimits.mostApart
    /// Subscriptions whose last try failed: they are tried one by one.
    package var ailing: Set<SubscriptionID> = []

    package init() {}
}
