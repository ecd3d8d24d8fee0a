import NIOCore
import NIOPosix

/// Finds a loopback port on which nobody listens, below those that the system gives to
/// connections: none takes it before its server does.
enum FreePort {
    static func find() async throws -> Int {
        for _ in 0..<100 {
            let port = Int.random(in: 10_240..<32_768)
            if try await isFree(port) { return port }
        }
        throw NeverHappened(what: "a free port")
    }

    private static func isFree(_ port: Int) async throws -> Bool {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: port).get()
            try await channel.close()
            return true
        } catch is IOError {
            return false
        }
    }
}
