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
                    #expect(connection.receive(within: 6).isClosed, "\(beginning)")
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
                try await eventually("there is room again", within: .seconds(10)) {
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
                let first = try RawConnection(port: server.port)
                first.send(half)
                try await Task.sleep(for: .milliseconds(500))
                let second = try RawConnection(port: server.port)
                second.send(half)
                let (text, _) = second.receive(until: "CW262")
                #expect(text.hasPrefix("HTTP/1.1 503 ") && text.contains("CW262"), "\(text)")
                first.close()
                second.close()
                try await eventually("what was held is given back", within: .seconds(10)) {
                    let body = Array(repeating: UInt8(ascii: " "), count: 900_000)
                    return try await server.wire.send(.post("/v1/visits", body).token(token))
                        .status == 400
                }
            }
        }

        @Test func aHalfSentBodyDoesNotHoldTheEndUp() async throws {
            try await TestServer.run { server in
                try await started(server, ["--stop-seconds", "2"])
                let token = try await server.token(People.officer)
                let connection = try RawConnection(port: server.port)
                connection.send(
                    "POST /v1/visits HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n"
                        + "Authorization: Bearer \(token)\r\n\r\n{")
                try await Task.sleep(for: .milliseconds(300))
                let began = ContinuousClock.now
                try await server.stop(by: SIGTERM)
                #expect(ContinuousClock.now - began < .seconds(8))
                #expect(try !server.logged(" critical "))
            }
        }
    }
}
