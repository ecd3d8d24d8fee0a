import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Notices
import UseCases

/// `/v1/preferences`: how somebody is told by mail.
struct PreferenceController {
    let mail: ManageMail

    func addRoutes(to router: Routes) {
        router.get("/preferences", use: preferences)
        router.put("/preferences", use: prefer)
    }

    @Sendable
    private func preferences(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        return try JSONAnswer.response(
            PreferenceAnswer(try await mail.preferences(of: person), of: person))
    }

    @Sendable
    private func prefer(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let wanted = try (try await JSONBody(request, context)).decode(
            PreferenceBody.self,
            shape: .object(["mail": .open, "quiet": .open, "language": .open]))
        let preferences = try await mail.prefer(
            pace: wanted.mail, isQuiet: wanted.quiet, language: wanted.language, by: person)
        return try JSONAnswer.response(PreferenceAnswer(preferences, of: person))
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
