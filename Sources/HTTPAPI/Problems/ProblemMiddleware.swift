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

    let logger: Logger

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Language(acceptLanguage: request.headers[.acceptLanguage])
        do {
            return try await next(request, context)
        } catch {
            let text = text(for: error)
            log(error, text, request)
            return try response(text, context.language)
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

    private func log(_ error: any Error, _ text: ProblemText, _ request: Request) {
        let metadata: Logger.Metadata = [
            "code": "\(text.code)", "status": "\(text.status)", "method": "\(request.method)",
        ]
        if text.status >= 500 {
            logger.error("request failed: \(error)", metadata: metadata)
        } else {
            logger.info("request refused", metadata: metadata)
        }
    }

    private func response(_ text: ProblemText, _ language: Language) throws -> Response {
        var response = try JSONAnswer.response(
            text.problem(in: language), status: .init(code: text.status),
            contentType: "application/problem+json")
        if let seconds = text.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if text.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

/// A refusal whose field faults point to the top of the body, not into an action's `fields`.
struct FilingRefusal: Error {
    let refusal: Refusal
}
