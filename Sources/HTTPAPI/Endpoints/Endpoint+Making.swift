import APIModel
import HTTPTypes
import Hummingbird
import Languages
import NIOCore

/// Makes routes of handlers: what a body and an answer are, the handler's own types say.
extension Endpoint {
    typealias Handler<Value: Codable & Sendable> = @Sendable (Call) async throws -> Reply<Value>
    typealias BodyHandler<Body: Decodable & Sendable, Value: Codable & Sendable> =
        @Sendable (Call, SentBody<Body>) async throws -> Reply<Value>

    static func get<Value: Codable & Sendable>(
        _ path: APIPath, _ zh: String, _ en: String, use handler: @escaping Handler<Value>
    ) throws -> Endpoint {
        Endpoint(
            .get, path, Label(zh: zh, en: en), body: nil,
            answer: .json(try Shape(of: Value.self))
        ) { endpoint, request, context in
            try await handler(Call(request, context)).response(endpoint.status)
        }
    }

    /// - Parameter limits: how deep the body may be, and how many values it may hold.
    static func post<Body: Decodable & Sendable, Value: Codable & Sendable>(
        _ path: APIPath, _ zh: String, _ en: String, within limits: BodyLimits = .usual,
        use handler: @escaping BodyHandler<Body, Value>
    ) throws -> Endpoint {
        try sending(.post, path, Label(zh: zh, en: en), limits, handler)
    }

    static func put<Body: Decodable & Sendable, Value: Codable & Sendable>(
        _ path: APIPath, _ zh: String, _ en: String,
        use handler: @escaping BodyHandler<Body, Value>
    ) throws -> Endpoint {
        try sending(.put, path, Label(zh: zh, en: en), .usual, handler)
    }

    private static func sending<Body: Decodable & Sendable, Value: Codable & Sendable>(
        _ method: HTTPRequest.Method, _ path: APIPath, _ summary: Label, _ limits: BodyLimits,
        _ handler: @escaping BodyHandler<Body, Value>
    ) throws -> Endpoint {
        let shape = try Shape(of: Body.self)
        return Endpoint(
            method, path, summary, body: shape, answer: .json(try Shape(of: Value.self))
        ) { endpoint, request, context in
            let call = Call(request, context)
            let body = SentBody<Body>(
                call, shape, limits, mayBeEmpty: endpoint.mayLeaveBodyOut)
            return try await handler(call, body).response(endpoint.status)
        }
    }

    static func delete(
        _ path: APIPath, _ zh: String, _ en: String,
        use handler: @escaping @Sendable (Call) async throws -> Void
    ) -> Endpoint {
        Endpoint(
            .delete, path, Label(zh: zh, en: en), body: nil, answer: .nothing, status: .noContent
        ) { endpoint, request, context in
            try await handler(Call(request, context))
            return Response(status: endpoint.status)
        }
    }

    /// A route whose answer is no value of the API.
    static func get(
        _ path: APIPath, _ zh: String, _ en: String, contentType: String, _ shape: Shape = .text,
        use handler: @escaping @Sendable (Call) async throws -> Response
    ) -> Endpoint {
        Endpoint(
            .get, path, Label(zh: zh, en: en), body: nil,
            answer: .other(contentType: contentType, shape)
        ) { endpoint, request, context in
            var response = try await handler(Call(request, context))
            if response.status == .ok { response.headers[.contentType] = contentType }
            return response
        }
    }
}
