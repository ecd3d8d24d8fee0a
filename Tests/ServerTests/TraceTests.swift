import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What a request leaves behind: an id in its answer, a line in the log.
    @Suite struct TraceTests {
        @Test func everyAnswerNamesItsRequestAndTheLogHasOneLineOfIt() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let number = try await server.head(issue, as: People.handler).number
                let token = try await server.token(People.handler)
                let person = try await server.psql(
                    "SELECT id FROM person WHERE login = '\(People.handler)'")
                for (path, route, id) in [
                    ("/v1/issues/\(issue)", "/v1/issues/", "sent-1.A_z"),
                    ("/v1/issues/\(number)?search=13800000000", "/v1/issues/", "sent-2"),
                    ("/v1/issues/999999", "/v1/issues/", "sent-3"),
                    ("/v1/nothing", "none", "sent-4"), ("/livez", "/livez", "sent-5"),
                    ("/v1/links/zl_0", "/v1/links/", "sent-6"),
                ] {
                    let call = WireCall.get(path).token(token).with("X-Request-Id", id)
                    let answer = try await server.wire.send(call)
                    #expect(answer.header("X-Request-Id") == id, "\(path)")
                    if answer.status >= 400 { #expect(try answer.problem.requestId == id) }
                    let lines = try server.requestLines().filter { $0.contains(" id=\(id) ") }
                    #expect(lines.count == 1, "\(path): \(lines)")
                    for part in [
                        "status=\(answer.status)", "ms=", "method=GET", "route=\(route)",
                    ] {
                        #expect(lines.first?.contains(part) == true, "\(part): \(lines)")
                    }
                    if path.hasPrefix("/v1/issues") {
                        #expect(lines.first?.contains("person=\(person)") == true, "\(lines)")
                    }
                }
                let log = try server.requestLines().joined(separator: "\n")
                for secret in [number, "13800000000", token, People.handler, "999999", "zl_"] {
                    #expect(!log.contains(secret), "\(secret)")
                }
            }
        }

        @Test func idsThatAreNoneAreReplacedByOneOfTheServers() async throws {
            try await TestServer.run { server in
                for sent in [
                    nil, "", "a b", "a,b", String(repeating: "a", count: 65), "编号",
                    "zq_" + String(repeating: "0", count: 40), "zl_0", "a\"b", "a=b",
                ] {
                    let answer = try await server.wire.send(
                        .get("/livez").with("X-Request-Id", sent))
                    let id = try #require(answer.header("X-Request-Id"))
                    #expect(id.wholeMatch(of: /[0-9a-f]{32}/) != nil, "\(sent ?? "none"): \(id)")
                }
                let whole = String(repeating: "a", count: 64)
                let answer = try await server.wire.send(.get("/livez").with("X-Request-Id", whole))
                #expect(answer.header("X-Request-Id") == whole)
            }
        }

        /// What never reaches a route is answered by the connection.
        @Test func whatIsNoRequestHasAnIdAndALineAsWell() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.handler)
                for beginning in [
                    "this is no HTTP\r\n\r\n", "GET / HTTP/1.1\r\nHost a\r\n\r\n",
                    "POST /v1/visits HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                        + "Authorization: Bearer \(token)\r\n\r\nzz\r\n",
                ] {
                    let connection = try RawConnection(port: server.port)
                    connection.send(beginning)
                    let (text, _) = connection.receive(until: "\r\n\r\n")
                    connection.close()
                    #expect(text.hasPrefix("HTTP/1.1 400"), "\(beginning): \(text)")
                    let match = try #require(
                        text.firstMatch(of: /(?i:x-request-id): ([0-9a-f]{32})/), "\(text)")
                    let line = "id=\(match.output.1)"
                    try await eventually("the log has its line") {
                        try server.logLines(holding: line).count == 1
                    }
                }
                #expect(try server.logLines(holding: " error ").isEmpty)
            }
        }

        @Test func refusedTokensAreLoggedAndCountedButDrownNothing() async throws {
            try await TestServer.run { server in
                let revoked = try await server.token(People.handler)
                try await server.tool("token", "revoke", "--login", People.handler)
                let call = WireCall.get("/v1/whoami")
                #expect(try await server.wire.send(call.token(revoked)).status == 401)
                let known = try server.logLines(holding: "tokenRefused=revoked")
                #expect(known.count == 1 && known.first?.contains("token=1 ") == true, "\(known)")
                let guess = "zq_" + String(repeating: "0", count: 40)
                for _ in 0..<200 {
                    #expect(try await server.wire.send(call.token(guess)).status == 401)
                }
                let lines = try server.logLines(holding: "tokenRefused=unknown")
                #expect((1...60).contains(lines.count), "\(lines.count)")
                let log = try server.logLines().joined(separator: "\n")
                #expect(!log.contains(revoked) && !log.contains(guess))
                // Whoever is known has its lines also then.
                _ = try await server.wire.send(
                    call.token(server.token(People.head)).with("X-Request-Id", "after"))
                #expect(try server.logLines(holding: " id=after ").count == 1)
            }
        }

        @Test func noAnswerToAnActionHoldsAWholeTelephoneNumber() async throws {
            try await TestServer.run { server in
                let phone = "13812341234"
                let body = Filings.body()
                #expect(String(decoding: body, as: UTF8.self).contains(phone))
                let filed = try await server.file(body).requiring(201)
                let issue = try #require(filed.decoded(as: CaseAnswer.self).issues.first).id
                var answers = [filed.text]
                for (action, login, fields) in Walk.wholeWay {
                    answers.append(
                        try await server.act(action, on: issue, as: login, fields).requiring(201)
                            .text)
                }
                for text in answers { #expect(!text.contains(phone), "\(text)") }
                let whole = try await server.get("/v1/issues/\(issue)", as: People.officer)
                #expect(whole.text.contains(phone))
                let readings = try server.logLines(holding: "telephone number read")
                #expect(readings.count == 1, "\(readings)")
            }
        }

        @Test func linksStayOutOfTheOutboxFileUnlessTheyAreAskedFor() async throws {
            try await TestServer.run { server in
                try await server.stop(by: SIGTERM)
                try await server.startWithoutLinks()
                let issue = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(issue, at: server)
                try await eventually("the event is delivered") {
                    try server.delivered().contains { $0.data.action == "approveResolution" }
                }
                let file = try String(contentsOf: server.outbox, encoding: .utf8)
                #expect(!file.contains("zl_") && !file.contains("/v1/links/"))
                #expect(try !server.logLines().joined().contains("zl_"))
                try await server.restart()
                let other = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(other, at: server)
                _ = try await server.link(of: other)
            }
        }
    }
}

extension Walk {
    /// Each step of the sample issue, from its filing to the enterprise.
    static let wholeWay: [(action: String, login: String, fields: [String: JSONValue]?)] = [
        ("accept", People.office, nil),
        ("triage", People.office, ["class": .text("C")]),
        (
            "dispatch", People.office,
            [
                "leadUnit": .text("industry"),
                "supportingUnits": .list([.text("developmentReform")]),
            ]
        ),
        ("acknowledge", People.handler, nil), ("claim", People.handler, nil),
        ("overruleOpinions", People.head, ["reason": .text("已电话确认无异议")]),
        ("proposeResolution", People.handler, reply),
        ("reportResolved", People.head, ["evidence": evidence]),
        ("approveResolution", People.office, ["grade": .text("good")]),
    ]
}

extension TestServer {
    /// The lines of the server's log, or those that hold a text.
    nonisolated func logLines(holding text: String = "") throws -> [String] {
        try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { text.isEmpty || $0.contains(text) }
    }

    /// The lines that tell of requests; what they led to has lines of its own.
    nonisolated func requestLines() throws -> [String] {
        try logLines().filter { $0.hasSuffix("] request") }
    }

    /// Starts the server again as one who passes no links on.
    func startWithoutLinks() async throws {
        try await start(leavingOut: ["--with-links"])
    }
}
