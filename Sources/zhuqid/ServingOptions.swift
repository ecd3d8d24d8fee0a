import ArgumentParser
import Foundation
import HTTPAPI
import NIOCore

/// How many connections are served, and how long each may take over what.
struct ServingOptions: ParsableArguments {
    @Option(help: "Connections served at once; to more is said that there are too many.")
    var maxConnections = 1000

    @Option(help: "Seconds until a new connection must have sent its headers.")
    var headSeconds = 15

    @Option(help: "Seconds that a request's body may take.")
    var bodySeconds = 30

    @Option(help: "Seconds that a connection may stay without a request.")
    var idleSeconds = 75

    @Option(help: "Seconds that whoever asked may take to read the answer.")
    var answerSeconds = 60

    @Option(help: "Seconds that what is under way has when the process is to end.")
    var stopSeconds = 10

    @Option(help: "MiB of requests' bodies that are held at once.")
    var bodyMemory = 64

    func validate() throws {
        let seconds = [headSeconds, bodySeconds, idleSeconds, answerSeconds, stopSeconds]
        guard seconds.allSatisfy((1...3600).contains) else {
            throw ValidationError(
                "--head-seconds, --body-seconds, --idle-seconds, --answer-seconds, "
                    + "--stop-seconds: 1 to 3600")
        }
        guard (1...1_000_000).contains(maxConnections), (1...65536).contains(bodyMemory) else {
            throw ValidationError("--max-connections: 1 to 1000000; --body-memory: 1 to 65536")
        }
    }

    /// - Parameter poolSize: connections to the database need descriptors as well, as do deliveries.
    func limits(poolSize: Int) -> ConnectionLimits {
        var limits = ConnectionLimits()
        limits.most = maxConnections
        limits.head = .seconds(Int64(headSeconds))
        limits.body = .seconds(Int64(bodySeconds))
        limits.idle = .seconds(Int64(idleSeconds))
        limits.answer = .seconds(Int64(answerSeconds))
        limits.stop = .seconds(Int64(stopSeconds))
        limits.bodies = bodyMemory << 20
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
