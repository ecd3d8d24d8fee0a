import HTTPTypes
import Hummingbird

/// What a handler answers with when nothing stood in the way.
struct Reply<Value: Encodable> {
    /// Nil where the caller has it already.
    let value: Value?
    let headers: HTTPFields

    init(_ value: Value, isReplay: Bool = false, headers: HTTPFields = [:]) {
        self.value = value
        var headers = headers
        if isReplay { headers[.idempotencyReplayed] = "true" }
        self.headers = headers
    }

    private init(already headers: HTTPFields) {
        value = nil
        self.headers = headers
    }

    static func notModified(_ headers: HTTPFields) -> Reply { Reply(already: headers) }

    func response(_ status: HTTPResponse.Status) throws -> Response {
        guard let value else { return Response(status: .notModified, headers: headers) }
        return try JSONAnswer.response(value, status: status, headers: headers)
    }
}
