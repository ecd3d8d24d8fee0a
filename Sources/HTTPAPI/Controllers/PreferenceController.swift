import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Languages
import Notices
import UseCases

/// `/v1/preferences`: how somebody is told by mail.
struct PreferenceController {
    let mail: ManageMail

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.preferences, "本人如何收邮件", "Shows how the caller is told by mail", use: preferences),
            .put(.preferences, "更改如何收邮件", "Changes how the caller is told by mail", use: prefer)
                .refusing(.invalidValues),
        ]
    }

    @Sendable
    private func preferences(_ call: Call) async throws -> Reply<PreferenceAnswer> {
        let person = try call.person()
        return Reply(PreferenceAnswer(try await mail.preferences(of: person), of: person))
    }

    @Sendable
    private func prefer(
        _ call: Call, _ body: SentBody<PreferenceBody>
    ) async throws -> Reply<PreferenceAnswer> {
        let person = try call.person()
        let wanted = try await body.read().value
        let preferences = try await mail.prefer(
            pace: wanted.mail, isQuiet: wanted.quiet, language: wanted.language, by: person)
        return Reply(PreferenceAnswer(preferences, of: person))
    }
}

extension PreferenceAnswer {
    fileprivate init(_ preferences: Subscription.Preferences, of person: Person) {
        self.init(
            mail: preferences.pace.rawValue, quiet: preferences.isQuiet,
            language: preferences.language.rawValue,
            address: person.email.map(Self.masked))
    }

    private static func masked(_ address: String) -> String {
        let parts = address.split(separator: "@", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0].prefix(2))***@\(parts[1])" : "***"
    }
}
