import Casework
import Engine
import HTTPTypes
import Hummingbird

/// Lets only people with a valid token through, and says who they are.
struct TokenMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let tokens: TokenCache
    let world: CurrentWorld
    let time: TimeSource

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard let token = Self.token(request.headers), token.utf8.count <= 200,
            let record = try await tokens.record(of: token),
            let person = world.value.directory.person(record.person)
        else { throw RequestFault.unauthenticated }
        // As it stands now: what was granted, and what those have for whom it stands in.
        let acting = world.value.directory.acting(person, at: time.now)
        guard !acting.grants.isEmpty else { throw RequestFault.unauthenticated }
        var context = context
        context.person = acting
        return try await next(request, context)
    }

    private static func token(_ headers: HTTPFields) -> String? {
        guard let value = headers[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].hasPrefix("zq_") else {
            return nil
        }
        return String(parts[1])
    }
}

extension APIContext {
    /// The person whose token it is.
    ///
    /// - Throws: `unauthenticated` on a route that was not put behind `TokenMiddleware`.
    func requirePerson() throws(RequestFault) -> Person {
        guard let person else { throw .unauthenticated }
        return person
    }
}
