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
        guard let token = Self.token(request.headers), token.utf8.count <= 200 else {
            throw refuse(.missing, context)
        }
        let record: TokenRecord
        switch try await tokens.find(token) {
        case .valid(let found): record = found
        case .unknown: throw refuse(.unknown, context)
        case .ended(let found, let reason): throw refuse(reason, of: found, context)
        }
        // As it stands now: what was granted, and what those have for whom it stands in.
        let acting = world.value.directory.person(record.person).map {
            world.value.directory.acting($0, at: time.now)
        }
        guard let acting, !acting.grants.isEmpty else {
            throw refuse(.withoutRole, of: record, context)
        }
        context.trace?.note(acting.id)
        var context = context
        context.person = acting
        return try await next(request, context)
    }

    /// The log learns why; whoever asked does not.
    private func refuse(
        _ reason: TokenRefusal, of record: TokenRecord? = nil, _ context: APIContext
    ) -> RequestFault {
        context.trace?.note(reason, of: record?.id)
        return .unauthenticated
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
