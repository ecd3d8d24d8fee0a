import NIOCore
import NIOPosix

/// Finds a loopback port on which nobody listens.
enum FreePort {
    static func find() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port
        try await channel.close()
        guard let port else { throw NeverHappened(what: "a free port") }
        return port
    }
}
