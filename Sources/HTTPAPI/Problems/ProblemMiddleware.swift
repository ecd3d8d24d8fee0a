import APIModel
import APIText
import HTTPTypes
import Hummingbird
import Languages
import UseCases

/// Turns whatever was thrown into one problem, at this one place.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Language(acceptLanguage: request.headers[.acceptLanguage])
        do {
            guard PathForm.isCanonical(request.head.path ?? "") else { throw InputFault.notFound }
            return try await next(request, context)
        } catch {
            let text = ProblemText(thrown: error)
            context.trace?.note(problem: text.code)
            text.noteFailure(error, context.trace)
            return try response(text, context)
        }
    }

    private func response(_ text: ProblemText, _ context: APIContext) throws -> Response {
        var problem = text.problem(in: context.language)
        problem.requestId = context.trace?.id
        var response = try JSONAnswer.response(
            problem, status: .init(code: text.status), contentType: "application/problem+json")
        if let seconds = text.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if text.status == 415 { response.headers[.accept] = ContentType.accepted }
        if text.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}
