import APIModel
import APIText
import Hummingbird
import NIOCore
import UseCases

/// Reads request bodies.
struct JSONBody: Sendable {
    private let sent: SentJSON
    /// Held as long as the bytes.
    private let share: BodyBudget.Share?

    /// - Throws: `bodyTooLarge`; `notJSON` where it says that it is something else, or nothing;
    ///   `brokenBody` where the sender left, or wrote no HTTP.
    init(_ request: Request, _ context: APIContext) async throws {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        guard announced ?? 0 <= context.maxUploadSize else { throw RequestFault.bodyTooLarge }
        let isJSON = ContentType.isPlainJSON(request.headers)
        guard isJSON || announced ?? 0 == 0 else { throw RequestFault.notJSON }
        share = context.bodies.map(BodyBudget.Share.init)
        var read: [UInt8] = []
        do {
            for try await part in request.body {
                guard read.count + part.readableBytes <= context.maxUploadSize else {
                    throw RequestFault.bodyTooLarge
                }
                guard isJSON || part.readableBytes == 0 else { throw RequestFault.notJSON }
                try share?.take(part.readableBytes)
                read.append(contentsOf: part.readableBytesView)
            }
        } catch let fault as RequestFault {
            throw fault
        } catch {
            throw RequestFault.brokenBody
        }
        guard announced ?? read.count == read.count else { throw RequestFault.brokenBody }
        sent = SentJSON(bytes: read)
    }

    var bytes: [UInt8] { sent.bytes }

    /// - Parameter mayBeEmpty: whether leaving it out says that nothing is wanted otherwise.
    func decode<Value: Decodable>(
        _ type: Value.Type, _ shape: Shape, _ limits: BodyLimits, mayBeEmpty: Bool
    ) throws -> Value {
        try (mayBeEmpty ? sent.orEmptyObject : sent)
            .decode(type, shape: shape, within: limits.json)
    }
}
