import HTTPTypes
import Hummingbird
import Logging

/// Gives every request its id, and the log a line of what became of it.
struct TraceMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let log: RequestLog

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        let trace = RequestTrace(id: RequestID.of(request.headers))
        var context = context
        context.trace = trace
        context.logger[metadataKey: "hb.request.id"] = "\(trace.id)"
        var response = try await next(request, context)
        if let name = HTTPField.Name(RequestID.header) { response.headers[name] = trace.id }
        log.write(
            RequestLog.Line(
                id: trace.id, method: Self.method(request), route: Self.route(context),
                status: response.status.code, duration: ContinuousClock.now - begun,
                findings: trace.findings))
        return response
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
