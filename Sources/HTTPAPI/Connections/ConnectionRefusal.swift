import APIText
import Engine
import Languages
import NIOCore
import NIOHTTP1
import Workflow

/// Answers the one request of a connection that is one too many, and closes it.
///
/// Nothing goes further in; the answer has its time to be read before the connection ends.
final class ConnectionRefusal: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let observer: any Observer
    private var isAnswered = false

    init(observer: any Observer) {
        self.observer = observer
    }

    func channelActive(context: ChannelHandlerContext) {
        closeSoon(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head = unwrapInboundIn(data), !isAnswered else { return }
        isAnswered = true
        let id = RequestID.make()
        let body = ByteBuffer(string: Self.problem(id))
        observer.note(.answered(AnsweredRequest(id: id, status: 503)))
        let head = HTTPResponseHead(
            version: .http1_1, status: .serviceUnavailable,
            headers: [
                "Content-Type": "application/problem+json",
                "Content-Length": "\(body.readableBytes)",
                "Retry-After": "2", "Connection": "close", RequestID.header: id,
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            bound.value.close(mode: .output, promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func closeSoon(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: ConnectionLimits.refusal) {
            bound.value.close(promise: nil)
        }
    }

    /// In both languages: what the sender reads has not been looked at.
    private static func problem(_ id: String) -> String {
        let code = ProblemCode.tooManyConnections
        return """
            {"type":"\(ProblemText.type(code.rawValue))","title":"\(code.title.zh) \(code.title.en)",\
            "status":\(code.status),"code":"\(code.rawValue)",\
            "hint":"\(code.hint.zh) \(code.hint.en)","requestId":"\(id)"}
            """
    }
}
