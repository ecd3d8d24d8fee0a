import Engine
import Logging
import NIOCore
import NIOHTTP1

/// Closes a connection that takes too long over something, and tells one that is too many so.
///
/// It stands right behind the parser of HTTP, and knows nothing of what is asked.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ConnectionLimits
    private let logger: Logger
    private let observer: any Observer
    /// What is waited for from the other end, if anything.
    private var reading: Scheduled<Void>?
    /// Until the other end has taken what was written.
    private var writing: Scheduled<Void>?
    private var isBodyOpen = false
    private var answersDue = 0
    private var writesDue = 0

    init(limits: ConnectionLimits, observer: any Observer, logger: Logger) {
        self.limits = limits
        self.observer = observer
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { arm(limits.head, "the headers", context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        arm(limits.head, "the headers", context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        reading?.cancel()
        writing?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            answersDue += 1
            isBodyOpen = true
            arm(limits.body, "the body", context)
        case .body: break
        case .end:
            isBodyOpen = false
            reading?.cancel()
            awaitNextRequest(context)
        }
        context.fireChannelRead(data)
    }

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code < 200: context.write(data, promise: promise)
        case .head(let head):
            writesDue += 1
            if writesDue == 1 { writing = closing(in: limits.answer, "the answer", context) }
            context.write(wrapOutboundOut(.head(traced(head))), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end: writeEnd(context, data, promise)
        }
    }

    /// What was no HTTP was answered before anybody gave it an id, or told of it.
    private func traced(_ head: HTTPResponseHead) -> HTTPResponseHead {
        guard !head.headers.contains(name: RequestID.header) else { return head }
        var head = head
        let id = RequestID.make()
        head.headers.add(name: RequestID.header, value: id)
        observer.note(.answered(AnsweredRequest(id: id, status: Int(head.status.code))))
        return head
    }

    private func writeEnd(
        _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?
    ) {
        let written = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
        written.futureResult.whenSuccess {
            bound.value.guard.noteWritten()
        }
        answersDue -= 1
        context.write(data, promise: written)
        awaitNextRequest(context)
    }

    private func noteWritten() {
        writesDue -= 1
        if writesDue == 0 { writing?.cancel() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            _ = closing(in: limits.stop, "the end of its request", context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func awaitNextRequest(_ context: ChannelHandlerContext) {
        guard answersDue == 0, !isBodyOpen else { return }
        arm(limits.idle, "the next request", context)
    }

    private func arm(
        _ limit: TimeAmount, _ what: Logger.Message, _ context: ChannelHandlerContext
    ) {
        reading?.cancel()
        reading = closing(in: limit, what, context)
    }

    private func closing(
        in limit: TimeAmount, _ what: Logger.Message, _ context: ChannelHandlerContext
    ) -> Scheduled<Void> {
        let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: limit) {
            let (own, context) = bound.value
            own.logger.debug(
                "connection closed: it took too long", metadata: ["over": "\(what)"])
            context.close(promise: nil)
        }
    }
}
