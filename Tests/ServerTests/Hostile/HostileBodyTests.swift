import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What a stranger may send as a body, and what it costs.
    @Suite struct HostileBodyTests {
        @Test func nestingCostsNothing() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.office)
                let one = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
                let deep =
                    "{\"a\":[" + Array(repeating: one, count: 500).joined(separator: ",") + "]}"
                let flat = "[" + Array(repeating: "[]", count: 300_000).joined(separator: ",") + "]"
                let started = ContinuousClock.now
                for body in [deep, flat] {
                    let bytes = Array(body.utf8)
                    for path in ["/v1/proposals", "/v1/deadlines", "/v1/visits"] {
                        let answer = try await server.wire.send(.post(path, bytes).token(token))
                        #expect(try answer.status == 400 && answer.problem.code == "CW224")
                    }
                    let stranger = try await server.wire.send(
                        .post("/v1/links/zl_x/evaluate", bytes))
                    #expect(stranger.status == 404)
                }
                #expect(ContinuousClock.now - started < .seconds(60))
            }
        }

        @Test func nulInAFieldThatNamesAnIssueNamesNone() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                for (action, field) in [("merge", "into"), ("joinCommon", "lead")] {
                    let body = #"{"action":"\#(action)","fields":{"\#(field)":"\u0000"}}"#
                    for target in [issue, "999999"] {
                        let answer = try await server.act(
                            Array(body.utf8), on: target, as: People.office)
                        #expect((400..<500).contains(answer.status), "\(answer.text)")
                    }
                }
            }
        }

        @Test(arguments: [
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n{}\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n{}",
        ])
        func whatIsNoHTTPIsA400(rest: String) async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.office)
                let connection = try RawConnection(port: server.port)
                connection.send(
                    "POST /v1/deadlines HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                        + "Content-Type: application/json\r\n" + rest)
                let (text, isClosed) = connection.receive()
                #expect(text.hasPrefix("HTTP/1.1 400 ") && isClosed, "\(text)")
                #expect(text.components(separatedBy: "HTTP/1.1 ").count == 2, "\(text)")
                #expect(try !server.logged(" error "))
            }
        }

        @Test func whoHangsUpInsideABodyLeavesNoErrorLine() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.office)
                for _ in 0..<20 {
                    let connection = try RawConnection(port: server.port)
                    connection.send(
                        "POST /v1/deadlines HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Authorization: Bearer \(token)\r\n\r\n{\"a\":")
                    try await Task.sleep(for: .milliseconds(20))
                    connection.close()
                }
                try await Task.sleep(for: .milliseconds(500))
                #expect(try await server.wire.answers("/livez"))
                #expect(try !server.logged(" error "))
            }
        }
    }
}

extension TestServer {
    nonisolated func logged(_ text: String) throws -> Bool {
        try String(contentsOf: log, encoding: .utf8).contains(text)
    }
}
