import Engine
import HTTPTypes
import Hummingbird
import Logging
import UseCases

/// Gives every request its id, and tells what became of it.
struct TraceMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let observer: any Observer

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        let trace = RequestTrace(id: RequestID.of(request.headers), observer: observer)
        var context = context
        context.trace = trace
        context.logger[metadataKey: "hb.request.id"] = "\(trace.id)"
        var response = try await next(request, context)
        if let name = HTTPField.Name(RequestID.header) { response.headers[name] = trace.id }
        observer.note(.answered(answered(request, context, trace, response, begun)))
        return response
    }

    private func answered(
        _ request: Request, _ context: APIContext, _ trace: RequestTrace, _ response: Response,
        _ begun: ContinuousClock.Instant
    ) -> AnsweredRequest {
        let findings = trace.findings
        var answered = AnsweredRequest(id: trace.id, status: response.status.code)
        answered.method = Self.method(request)
        answered.route = Self.route(context)
        answered.duration = ContinuousClock.now - begun
        answered.person = findings.person
        answered.code = findings.code
        answered.tokenRefusal = findings.refusedToken?.rawValue
        answered.token = findings.token
        return answered
    }

    private static func route(_ context: APIContext) -> String? {
        context.endpointPath.flatMap { $0 == "NotFound" ? nil : $0 }
    }

    /// Strangers make methods up.
    private static func method(_ request: Request) -> String {
        let known: [HTTPRequest.Method] = [
            .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
        ]
        return known.contains(request.method) ? request.method.rawValue : "other"
    }
}
