import APIModel
import Casework
import Engine
import Hummingbird

/// `/v1/preferences`: how somebody is told by mail.
struct PreferenceController {
    let desk: Desk
    let records: any SubscriptionRecords

    func addRoutes(to router: Routes) {
        router.get("/preferences", use: preferences)
        router.put("/preferences", use: prefer)
    }

    @Sendable
    private func preferences(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        return try JSONAnswer.response(answer(try await mailWish(of: person), person))
    }

    @Sendable
    private func prefer(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let wanted = try (try await JSONBody(request, context)).decode(
            PreferenceBody.self,
            shape: .object(["mail": .open, "quiet": .open, "language": .open]))
        let known = try await mailWish(of: person)
        let pace = wanted.mail.map(Subscription.Pace.init) ?? known.pace
        let language = wanted.language.map(Subscription.Language.init) ?? known.language
        guard let pace else {
            throw RequestFault.invalid([
                .init(pointer: "/mail", detail: "must be one of each, digest, none")
            ])
        }
        guard let language else {
            throw RequestFault.invalid([
                .init(pointer: "/language", detail: "must be one of zh, en")
            ])
        }
        let wish = Subscription.Wish(
            scope: .told, pace: pace, isQuiet: wanted.quiet ?? known.isQuiet, language: language)
        try await records.putMail(of: person.id, wish: wish, at: TimeSource().now)
        return try JSONAnswer.response(answer(wish, person))
    }

    private func mailWish(of person: Person) async throws -> Subscription.Wish {
        try await records.mail(of: person.id)?.wish
            ?? .mail(for: person, by: desk.world.value.notices)
    }

    private func answer(_ wish: Subscription.Wish, _ person: Person) -> PreferenceAnswer {
        PreferenceAnswer(
            mail: wish.pace.rawValue, quiet: wish.isQuiet, language: wish.language.rawValue,
            address: person.email.map(Self.masked))
    }

    private static func masked(_ address: String) -> String {
        let parts = address.split(separator: "@", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0].prefix(2))***@\(parts[1])" : "***"
    }
}
