import HTTPTypes
import Hummingbird

/// Adds routes, each with the query parameters that it reads: what it does not read is refused
/// before its handler begins.
struct Routes {
    typealias Handler = @Sendable (Request, APIContext) async throws -> Response

    private let group: RouterGroup<APIContext>

    init(_ group: RouterGroup<APIContext>) {
        self.group = group
    }

    func get(
        _ path: RouterPath, reading known: KnownParameters = .only([]),
        use handler: @escaping Handler
    ) {
        add(.get, path, known, handler)
    }

    func post(_ path: RouterPath, use handler: @escaping Handler) {
        add(.post, path, .only([]), handler)
    }

    func put(_ path: RouterPath, use handler: @escaping Handler) {
        add(.put, path, .only([]), handler)
    }

    func delete(_ path: RouterPath, use handler: @escaping Handler) {
        add(.delete, path, .only([]), handler)
    }

    private func add(
        _ method: HTTPRequest.Method, _ path: RouterPath, _ known: KnownParameters,
        _ handler: @escaping Handler
    ) {
        group.on(path, method: method) { request, context in
            try known.check(request.uri.queryParameters)
            return try await handler(request, context)
        }
    }
}
