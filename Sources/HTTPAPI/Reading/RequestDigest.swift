import APIModel
import Crypto
import Hummingbird
import JSON

/// Computes what a request asks for: SHA-256 over method, path and body, not over If-Match.
enum RequestDigest {
    static func digest(of request: Request, body: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(request.method.rawValue) \(request.uri.path)\n".utf8))
        hash.update(data: body)
        return Array(hash.finalize())
    }

    /// The same of one item among many: what it asks for, not on which version.
    static func digest(of item: BulkActionBody.Item) throws -> [UInt8] {
        var item = item
        item.version = nil
        return Array(SHA256.hash(data: try JSONText.encode(item)))
    }
}
