import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Answers HTTP on 127.0.0.1 from a script, and remembers what it was asked.
package final class ScriptedServer: Sendable {
    package struct Received: Hashable, Sendable {
        package let method: String
        package let uri: String
        /// Names in lower case.
        package let headers: [String: String]
        package let body: String
    }

    package enum Answer: Sendable {
        case response(status: Int, headers: [String: String] = [:], body: String)
        /// Reads the request and closes the connection.
        case hangUp
        /// Reads the request and never answers.
        case silence

        package static func ok(_ body: String) -> Answer { .response(status: 200, body: body) }
    }

    private struct Script {
        var answers: [Answer] = []
        /// What is answered whenever it is asked for, by address.
        var standing: [String: Answer] = [:]
        var received: [Received] = []
    }

    private let script: Mutex<Script>

    private init(_ script: Script) { self.script = Mutex(script) }

    /// Runs a server for as long as the work takes; the work gets its address.
    package static func run(
        _ answers: [Answer], work: (String, ScriptedServer) async throws -> Void
    ) async throws {
        try await run(Script(answers: answers), work)
    }

    /// Runs one that is asked for several things at once.
    ///
    /// - Parameter answers: by address, without what stands behind its `?`.
    package static func run(
        answering answers: [String: Answer],
        work: (String, ScriptedServer) async throws -> Void
    ) async throws {
        try await run(Script(standing: answers), work)
    }

    private static func run(
        _ script: Script, _ work: (String, ScriptedServer) async throws -> Void
    ) async throws {
        let server = ScriptedServer(script)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        do {
            try await work("http://127.0.0.1:\(port)", server)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    package var received: [Received] { script.withLock { $0.received } }

    /// Past the end of the script every answer is 599, which no test expects.
    func answer(to request: Received) -> Answer {
        script.withLock { script in
            script.received.append(request)
            let address = String(request.uri.prefix { $0 != "?" })
            if let answer = script.standing[address] { return answer }
            guard !script.answers.isEmpty else {
                return .response(status: 599, body: "the script has ended")
            }
            return script.answers.removeFirst()
        }
    }
}
