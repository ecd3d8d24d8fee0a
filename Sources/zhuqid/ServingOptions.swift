import ArgumentParser
import Foundation
import HTTPAPI
import NIOCore
import Settings

/// How many connections are served, and how long each may take over what.
struct ServingOptions: SettingOptions {
    @Option(ServerSettings.maxConnections) var maxConnections: String?
    @Option(ServerSettings.headSeconds) var headSeconds: String?
    @Option(ServerSettings.bodySeconds) var bodySeconds: String?
    @Option(ServerSettings.idleSeconds) var idleSeconds: String?
    @Option(ServerSettings.answerSeconds) var answerSeconds: String?
    @Option(ServerSettings.stopSeconds) var stopSeconds: String?
    @Option(ServerSettings.bodyMemory) var bodyMemory: String?

    var flags: [String: String?] {
        [
            ServerSettings.maxConnections.name: maxConnections,
            ServerSettings.headSeconds.name: headSeconds,
            ServerSettings.bodySeconds.name: bodySeconds,
            ServerSettings.idleSeconds.name: idleSeconds,
            ServerSettings.answerSeconds.name: answerSeconds,
            ServerSettings.stopSeconds.name: stopSeconds,
            ServerSettings.bodyMemory.name: bodyMemory,
        ]
    }
}

extension GivenSettings {
    /// Connections to the database need descriptors as well, as do deliveries.
    func connectionLimits() throws -> ConnectionLimits {
        func seconds(_ setting: Setting<Int>) throws -> TimeAmount {
            .seconds(Int64(try self(setting)))
        }
        var limits = ConnectionLimits()
        limits.most = try self(ServerSettings.maxConnections)
        limits.head = try seconds(ServerSettings.headSeconds)
        limits.body = try seconds(ServerSettings.bodySeconds)
        limits.idle = try seconds(ServerSettings.idleSeconds)
        limits.answer = try seconds(ServerSettings.answerSeconds)
        limits.stop = try seconds(ServerSettings.stopSeconds)
        limits.bodies = try self(ServerSettings.bodyMemory) << 20
        let poolSize = try self(ServerSettings.poolSize)
        limits.fit(within: Descriptors.raiseToMost(), others: 160 + 2 * poolSize)
        return limits
    }
}

/// The files and sockets that the process may have open.
enum Descriptors {
    /// Raises the soft limit to the hard one.
    ///
    /// - Returns: how many there may be then.
    static func raiseToMost() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return 1024
        }
        var raised = limit
        raised.rlim_cur = limit.rlim_max
        if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        return Int(clamping: limit.rlim_cur)
    }
}
