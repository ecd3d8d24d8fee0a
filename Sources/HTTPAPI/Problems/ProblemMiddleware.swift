import APIModel
import Casework
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import WorkingTime

/// Turns whatever was thrown into one problem, at this one place, and logs it at its level.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Language(acceptLanguage: request.headers[.acceptLanguage])
        do {
            guard PathForm.isCanonical(request.head.path ?? "") else { throw RequestFault.notFound }
            return try await next(request, context)
        } catch {
            let text = text(for: error)
            context.trace?.note(problem: text.code)
            // What the request itself brought about is no failure of the house.
            if text.status >= 500, !(error is RequestFault) { log(error, text, context.logger) }
            return try response(text, context)
        }
    }

    private func text(for error: any Error) -> ProblemText {
        switch error {
        case let fault as RequestFault: fault.text
        case let refusal as Refusal: refusal.text(fieldPrefix: "/fields/")
        case let wrapped as FilingRefusal: wrapped.refusal.text(fieldPrefix: "/")
        case let refusal as WorkingTimeRefusal: refusal.text(in: .utc)
        case let local as LocalRefusal: local.refusal.text(in: local.zone)
        case let failure as EngineFailure: FailureText.text(for: failure)
        case let failure as StoreFailure: FailureText.text(for: failure)
        case let error as HTTPError where error.status == .contentTooLarge:
            RequestFault.bodyTooLarge.text
        case let error as HTTPError where error.status == .notFound: RequestFault.notFound.text
        default: FailureText.unexpected
        }
    }

    /// What the world broke; what was refused has its line as every request has.
    private func log(_ error: any Error, _ text: ProblemText, _ logger: Logger) {
        logger.error(
            "request failed: \(error)",
            metadata: ["code": "\(text.code)", "status": "\(text.status)"])
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

/// A refusal whose field faults point to the top of the body, not into an action's `fields`.
struct FilingRefusal: Error {
    let refusal: Refusal
}
