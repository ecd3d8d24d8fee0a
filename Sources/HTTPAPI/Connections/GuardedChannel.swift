package import Engine
package import Hummingbird
package import HummingbirdCore
package import Logging
import NIOCore
import NIOHTTP1

/// Serves HTTP/1.1 on connections that are counted and bounded in time.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    let inner: HTTP1Channel
    let gate: ConnectionGate
    let limits: ConnectionLimits
    let observer: any Observer

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let isAdmitted = gate.admit()
        if isAdmitted { channel.closeFuture.whenComplete { _ in gate.leave() } }
        return inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let handler: any ChannelHandler =
                isAdmitted
                ? ConnectionGuard(limits: limits, observer: observer, logger: logger)
                : ConnectionRefusal(observer: observer)
            try pipeline.addHandler(handler, position: .after(parser))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }
}

extension ConnectionLimits {
    /// Puts together what serves a router within these limits.
    package func application(
        _ router: Router<APIContext>, address: BindAddress, observer: any Observer, logger: Logger
    ) -> some ApplicationProtocol {
        let gate = ConnectionGate(limits: self, observer: observer)
        return Application(
            router: router,
            server: HTTPServerBuilder { responder in
                GuardedChannel(
                    inner: HTTP1Channel(responder: responder), gate: gate, limits: self,
                    observer: observer)
            },
            configuration: .init(
                address: address, serverName: "zhuqi", availableConnectionsDelegate: gate),
            logger: logger)
    }
}
