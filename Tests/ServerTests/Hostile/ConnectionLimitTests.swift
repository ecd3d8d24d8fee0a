import Foundation
import Testing

extension ServerTests {
    /// Connections that want more time, room or number than they get.
    @Suite struct ConnectionLimitTests {
        private func started(
            _ server: TestServer, _ options: [String]
        ) async throws {
            try await server.stop(by: SIGTERM)
            try await server.start(options)
        }

        @Test func slowOnesAreClosed() async throws {
            try await TestServer.run { server in
                try await started(
                    server,
                    ["--head-seconds", "1", "--body-seconds", "1", "--idle-seconds", "1"])
                let head = "GET /livez HTTP/1.1\r\nHost: a\r\n"
                let post =
                    "POST /v1/links/zl_x/object HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"
                for beginning in ["", head, post, head + "\r\n", head + "\r\n" + head] {
                    let connection = try RawConnection(port: server.port)
                    connection.send(beginning)
                    #expect(connection.receive().isClosed, "\(beginning)")
                }
            }
        }

        @Test func oneTooManyIsToldSoAndLoggedOnce() async throws {
            try await TestServer.run { server in
                try await started(server, ["--max-connections", "20"])
                var held: [RawConnection] = []
                for _ in 0..<20 { held.append(try RawConnection(port: server.port)) }
                try await Task.sleep(for: .milliseconds(300))
                for _ in 0..<2 {
                    let more = try RawConnection(port: server.port)
                    more.send("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
                    let (text, isClosed) = more.receive()
                    #expect(text.hasPrefix("HTTP/1.1 503 ") && isClosed, "\(text)")
                    #expect(text.contains("Retry-After") && text.contains("CW263"))
                }
                let log = try String(contentsOf: server.log, encoding: .utf8)
                #expect(log.components(separatedBy: "too many connections").count == 2)
                for connection in held { connection.close() }
                try await eventually("there is room again") {
                    try await server.wire.answers("/livez")
                }
            }
        }

        @Test func bodiesHoldSoMuchTogether() async throws {
            try await TestServer.run { server in
                try await started(server, ["--body-memory", "1"])
                let token = try await server.token(People.officer)
                let half =
                    "POST /v1/visits HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer \(token)\r\n\r\n"
                    + String(repeating: " ", count: 900_000)
                let port = server.port
                // A busy server may read of the second before the first is whole: then again.
                try await eventually("the second finds no room") {
                    let first = try RawConnection(port: port)
                    defer { first.close() }
                    first.send(half)
                    try await Task.sleep(for: .milliseconds(500))
                    let second = try RawConnection(port: port)
                    defer { second.close() }
                    second.send(half)
                    let (text, _) = second.receive(until: "CW262", within: 5)
                    return text.hasPrefix("HTTP/1.1 503 ") && text.contains("CW262")
                }
                try await eventually("what was held is given back") {
                    let body = Array(repeating: UInt8(ascii: " "), count: 900_000)
                    return try await server.wire.send(.post("/v1/visits", body).token(token))
                        .status == 400
                }
            }
        }

        @Test func threeThousandSlowOnesLeaveRoom() async throws {
            try await TestServer.run { server in
                try await started(server, ["--head-seconds", "5"])
                let kept = try RawConnection(port: server.port)
                kept.send("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(kept.receive(until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 200 "))
                var held: [RawConnection] = []
                for _ in 0..<3000 {
                    let connection = try RawConnection(port: server.port)
                    connection.send("GET /livez HTTP/1.1\r\nHost: a\r\n")
                    held.append(connection)
                }
                kept.send("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(kept.receive(until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 200 "))
                try await eventually("the slow ones are gone", within: .seconds(120)) {
                    let open = try await descriptors(server)
                    return try await server.wire.answers("/livez") && open < 100
                }
                withExtendedLifetime(held) {}
            }
        }

        private func descriptors(_ server: TestServer) async throws -> Int {
            let folder = "/proc/\(try await server.processID())/fd"
            return try FileManager.default.contentsOfDirectory(atPath: folder).count
        }

        @Test func aFullTableOfDescriptorsIsWaitedForInPeace() async throws {
            try await TestServer.run { server in
                let id = try await server.processID()
                let few = try await descriptors(server) + 3
                try await limit(id, to: few)
                var held: [RawConnection] = []
                for _ in 0..<20 {
                    let connection = try RawConnection(port: server.port)
                    connection.send("GET /livez HTTP/1.1\r\nHost: a\r\n")
                    held.append(connection)
                }
                try await Task.sleep(for: .seconds(1))
                let before = try processorTime(id)
                try await Task.sleep(for: .seconds(4))
                // Whoever is woken for the same connection again and again uses all of it.
                #expect(try processorTime(id) - before < 200)
                try await limit(id, to: 4096)
                for connection in held { connection.close() }
                try await eventually("there is room again") {
                    try await server.wire.answers("/livez")
                }
            }
        }

        private func limit(_ id: Int32, to count: Int) async throws {
            _ = try await Subprocess.output(
                of: URL(filePath: "/usr/bin/env"),
                ["prlimit", "--pid", "\(id)", "--nofile=\(count):"])
        }

        /// Units: hundredths of a second.
        private func processorTime(_ id: Int32) throws -> Int {
            let text = try String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
            let fields = text.suffix(from: text.lastIndex(of: ")") ?? text.startIndex)
                .split(separator: " ")
            return (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0)
        }

        @Test func aDatabaseThatHangsDoesNotHoldTheEndUp() async throws {
            try await TestServer.run { server in
                try await started(server, ["--stop-seconds", "1"])
                let backends = try await server.psql(
                    """
                    SELECT pid FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """
                ).split(separator: "\n").compactMap { Int32($0) }
                try #require(!backends.isEmpty)
                for backend in backends { kill(backend, SIGSTOP) }
                defer { for backend in backends { kill(backend, SIGCONT) } }
                let began = ContinuousClock.now
                let ready = try await server.get("/readyz", as: nil)
                #expect(ready.status == 503 && ready.header("Retry-After") != nil)
                #expect(ContinuousClock.now - began < .seconds(30))
                async let filed = server.file(Filings.body())
                try await Task.sleep(for: .milliseconds(500))
                try await server.stop(by: SIGTERM)
                #expect(ContinuousClock.now - began < .seconds(100))
                #expect(try server.logged(" critical "))
                _ = try? await filed
            }
        }

        @Test func aHalfSentBodyDoesNotHoldTheEndUp() async throws {
            try await TestServer.run { server in
                try await started(server, ["--stop-seconds", "2"])
                let token = try await server.token(People.officer)
                let connection = try RawConnection(port: server.port)
                connection.send(
                    "POST /v1/visits HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Authorization: Bearer \(token)\r\n\r\n{")
                try await Task.sleep(for: .milliseconds(300))
                let began = ContinuousClock.now
                try await server.stop(by: SIGTERM)
                #expect(ContinuousClock.now - began < .seconds(60))
                #expect(try !server.logged(" critical "))
            }
        }
    }
}
