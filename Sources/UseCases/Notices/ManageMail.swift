package import Casework
package import Engine
import Languages
package import Notices
package import Store

/// Lets people say how they are told by mail.
package struct ManageMail: Sendable {
    private let world: CurrentWorld
    private let subscriptions: SubscriptionRecords

    package init(records: Records, world: CurrentWorld) {
        subscriptions = records.subscriptions
        self.world = world
    }

    /// What somebody wants; where it said nothing, what the installation has for it.
    package func preferences(of person: Person) async throws -> Subscription.Preferences {
        try await subscriptions.mail(of: person.id)?.preferences
            ?? .mail(for: person, by: world.value.notices)
    }

    /// Notes what somebody wants; what it leaves out stays.
    package func prefer(
        pace: String?, isQuiet: Bool?, language: String?, by person: Person
    ) async throws -> Subscription.Preferences {
        let known = try await preferences(of: person)
        guard let pace = pace.map(Subscription.Pace.init) ?? known.pace else {
            throw InputFault.invalid("/mail", .oneOf(["each", "digest", "none"]))
        }
        guard let language = language.map(Language.init) ?? known.language else {
            throw InputFault.invalid("/language", .oneOf(Language.allCases.map(\.rawValue)))
        }
        let preferences = Subscription.Preferences(
            scope: .told, pace: pace, isQuiet: isQuiet ?? known.isQuiet, language: language)
        try await subscriptions.putMail(
            of: person.id, preferences: preferences, at: TimeSource().now)
        return preferences
    }
}
