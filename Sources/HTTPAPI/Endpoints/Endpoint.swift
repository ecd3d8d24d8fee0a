import APIModel
import APIText
import HTTPTypes
import Hummingbird
import Languages

/// One route: all that callers may rely on, and what answers them. The server runs it, and
/// `/openapi.json` describes it.
struct Endpoint: Sendable {
    typealias Responder = @Sendable (Endpoint, Request, APIContext) async throws -> Response

    let method: HTTPRequest.Method
    let path: APIPath
    let summary: Label
    let body: Shape?
    let answer: AnswerForm
    var access = Access.token
    /// Who may call it, where that does not depend on the issue alone; nil: whoever has access.
    var caller: Label?
    var parameters = KnownParameters.only([])
    var headers: [RequestHeader] = []
    var mayLeaveBodyOut = false
    /// Of a success.
    var status: HTTPResponse.Status
    var answerHeaders: [AnswerHeader] = []
    /// What the route itself may say no with; what its form brings along is `problems`.
    var refusals: [ProblemCode] = []
    /// Whether it may say that a working time can't be computed, with a code of that range.
    var computesTime = false
    private let responder: Responder

    init(
        _ method: HTTPRequest.Method, _ path: APIPath, _ summary: Label, body: Shape?,
        answer: AnswerForm, status: HTTPResponse.Status = .ok, responder: @escaping Responder
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.body = body
        self.answer = answer
        self.status = status
        self.responder = responder
    }

    /// Refuses parameters that the route does not read, and lets its handler answer.
    func listen(on group: RouterGroup<APIContext>) {
        group.on(RouterPath(path.template), method: method) { request, context in
            try parameters.check(request.uri.queryParameters)
            return try await responder(self, request, context)
        }
    }

    /// Whom a route lets in.
    enum Access: Sendable {
        case anybody
        /// Whoever knows the address: it holds the enterprise's link.
        case link
        case token
    }

    /// What a success brings.
    enum AnswerForm: Sendable {
        case json(Shape)
        case other(contentType: String, Shape)
        case nothing

        var shape: Shape? {
            switch self {
            case .json(let shape), .other(_, let shape): shape
            case .nothing: nil
            }
        }
    }
}
