import APIText
import Casework
import HTTPTypes
import Hummingbird
import UseCases

/// Lets only people with a valid token through, and says who they are.
struct TokenMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let tokens: TokenCheck

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard let token = Self.token(request.headers), token.utf8.count <= 200 else {
            throw refuse(.missing, context)
        }
        let person: Person
        switch try await tokens.find(token) {
        case .person(let found): person = found
        case .nobody(let reason, let id): throw refuse(reason, of: id, context)
        }
        context.trace?.note(person.id)
        var context = context
        context.person = person
        return try await next(request, context)
    }

    /// The log learns why; whoever asked does not.
    private func refuse(
        _ reason: TokenRefusal, of token: Int64? = nil, _ context: APIContext
    ) -> RequestFault {
        context.trace?.note(reason, of: token)
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
