import NIOCore
import NIOHTTP1

/// Collects one request after another on a connection, and writes the scripted answers.
final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: ScriptedServer
    private var head: HTTPRequestHead?
    private var body = ""

    init(_ server: ScriptedServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let bytes): body += String(buffer: bytes)
        case .end: answer(on: context)
        }
    }

    private func answer(on context: ChannelHandlerContext) {
        guard let head else { return }
        let fields = head.headers.map { ($0.name.lowercased(), $0.value) }
        let request = ScriptedServer.Received(
            method: head.method.rawValue, uri: head.uri,
            headers: Dictionary(fields, uniquingKeysWith: { $0 + "," + $1 }), body: body)
        body = ""
        switch server.answer(to: request) {
        case .hangUp: context.close(promise: nil)
        case .silence: break
        case .response(let status, let headers, let body):
            write(status, headers, body, on: context)
        }
    }

    private func write(
        _ status: Int, _ fields: [String: String], _ body: String,
        on context: ChannelHandlerContext
    ) {
        var headers = HTTPHeaders(fields.map { ($0.key, $0.value) })
        headers.add(name: "Content-Length", value: String(body.utf8.count))
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let bytes = context.channel.allocator.buffer(string: body)
        context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
