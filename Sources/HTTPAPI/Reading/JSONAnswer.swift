import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// Writes answers as JSON with sorted keys.
enum JSONAnswer {
    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok,
        contentType: String = "application/json", headers: HTTPFields = [:]
    ) throws -> Response {
        let bytes = try JSONText.encode(value)
        var headers = headers
        headers[.contentType] = contentType
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
