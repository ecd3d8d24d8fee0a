import APIModel
import APIText
import Casework
import Crypto
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// `GET /openapi.json`: the table of routes, as this server runs it.
struct DescriptionController {
    private let document: ByteBuffer
    private let version: String

    /// - Throws: `ShapeFault` where two types of one name differ, or one is both sent and answered.
    init(of others: [Endpoint]) throws {
        let own = Self.endpoint { _ in Response(status: .ok) }
        let bytes = try JSONText.encode(try OpenAPIDocument(of: others + [own]).value)
        document = ByteBuffer(bytes: bytes)
        version = Hexadecimal.text(SHA256.hash(data: bytes).prefix(16))
    }

    func endpoints() -> [Endpoint] { [Self.endpoint(use: show)] }

    private static func endpoint(
        use handler: @escaping @Sendable (Call) async throws -> Response
    ) -> Endpoint {
        .get(
            .description, "接口说明（OpenAPI 3.1）", "Describes this API",
            contentType: "application/json", .map(.anything), use: handler
        ).open(to: .anybody).tagged()
    }

    @Sendable
    private func show(_ call: Call) async throws -> Response {
        let headers: HTTPFields = [.eTag: "\"\(version)\"", .cacheControl: "no-cache"]
        guard try !RequestHeaders.hasAlready(version, call.request.headers) else {
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: document))
    }
}
