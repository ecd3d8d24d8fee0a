import Hummingbird

/// Hands every request the bound on what bodies hold together.
struct BodyMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let bodies: BodyBudget

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.bodies = bodies
        return try await next(request, context)
    }
}
