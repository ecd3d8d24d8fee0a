import Crypto
import Hummingbird

/// Computes what a request asks for: SHA-256 over method, path and body, not over If-Match.
enum RequestDigest {
    static func digest(of request: Request, body: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(request.method.rawValue) \(request.uri.path)\n".utf8))
        hash.update(data: body)
        return Array(hash.finalize())
    }
}
