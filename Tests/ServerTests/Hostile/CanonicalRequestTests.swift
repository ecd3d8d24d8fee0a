import APIModel
import Foundation
import Testing

@testable import HTTPAPI

@Suite("The form of a path")
struct PathFormTests {
    @Test("is one: no doubled or hidden slash, no dots, no needless escape")
    func form() {
        for path in [
            "/v1/whoami", "/v1/issues?q=//", "/v1/links/zl_x", "/livez", "*",
            "http://zhuqi.example.com/v1/whoami", "/v1/units/%E5%B8%82/officers", "/v1/cases/a%20b",
        ] {
            #expect(PathForm.isCanonical(path), "\(path)")
        }
        for path in [
            "//v1//whoami", "/v1//whoami", "/v1/whoami/", "/v1/./whoami", "/v1/x/../whoami",
            "/v1%2Fwhoami", "/v1/issues/a%2fb", "/v1/%77hoami", "/v1/issues/%2E%2E", "v1/whoami",
            "http://zhuqi.example.com//v1/whoami", "/v1/a%5Cb",
        ] {
            #expect(!PathForm.isCanonical(path), "\(path)")
        }
    }
}

extension ServerTests {
    @Suite struct CanonicalRequestTests {
        @Test func aBodyThatDoesNotSayThatItIsJSONIsRefused() async throws {
            try await TestServer.run { server in
                let body = Filings.body()
                for type in [
                    nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonx",
                    "application/json; charset=utf-16", "multipart/form-data; boundary=a", "",
                ] {
                    let answer = try await filing(body, type, server)
                    #expect(try answer.status == 415 && answer.problem.code == "CW285")
                    #expect(answer.header("Accept") == "application/json")
                }
                let zipped = try await filing(
                    body, "application/json", server, headers: [("Content-Encoding", "gzip")])
                #expect(zipped.status == 415)
                for type in [
                    "application/json", "Application/JSON; charset=\"UTF-8\"",
                    "application/vnd.zhuqi+json",
                ] {
                    #expect(try await filing(body, type, server).status == 201)
                }
            }
        }

        @Test func aBodyThatMayBeLeftOutNeedsNoType() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.officer)
                var call = WireCall(method: "POST", path: "/v1/subscriptions/1/replays")
                #expect(try await server.wire.send(call.token(token)).status == 404)
                call.body = []
                #expect(try await server.wire.send(call.token(token)).status == 404)
            }
        }

        private func filing(
            _ body: [UInt8], _ type: String?, _ server: TestServer,
            headers: [(String, String)] = []
        ) async throws -> Answer {
            var call = WireCall(method: "POST", path: "/v1/cases", body: body)
                .token(try await server.token(People.officer))
                .with("Idempotency-Key", UUID().uuidString).with("Content-Type", type)
            for (name, value) in headers { call = call.with(name, value) }
            return try await server.wire.send(call)
        }

        @Test func nothingHasTwoAddresses() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                for path in [
                    "/v1/whoami/", "/v1//whoami", "/v1/%77hoami", "/v1/issues/\(issue)/",
                    "/v1/workflows/enterprise-assistance@01",
                    "/v1/workflows/enterprise-assistance@+1", "/v1/calendars/cn@01",
                    "/v1/calendars/cn@+1", "/v1/issues/\(issue)/clocks/+1",
                    "/v1/issues/\(issue)/clocks/01",
                ] {
                    let answer = try await server.get(path, as: People.officer)
                    #expect(answer.status == 404, "\(path): \(answer.status)")
                }
                for path in ["/v1/issues?limit=%2B5", "/v1/issues?limit=05"] {
                    #expect(try await server.get(path, as: People.officer).status == 400)
                }
                let raw = try RawConnection(port: server.port)
                raw.send("GET //v1//whoami HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(raw.receive().text.hasPrefix("HTTP/1.1 404 "))
            }
        }

        @Test func aVisitIsToAnEnterpriseThatOneLooksAfter() async throws {
            try await TestServer.run { server in
                let visit: [String: JSONValue] = ["enterprise": .text(Filings.enterprise)]
                let stranger = try await server.post("/v1/visits", visit, as: "officer2")
                #expect(stranger.status == 422)
                #expect(try stranger.problem.errors?.map(\.pointer) == ["/enterprise"])
                #expect(
                    try await server.post("/v1/visits", visit, as: People.officer).status == 201)
            }
        }

        @Test func aMoveOfTheClockEndsWithWhoeverAskedForIt() async throws {
            try await TestServer.run { server in
                _ = try await server.issue()
                let token = try await server.token(People.administrator)
                let body = #"{"advanceTo":"2036-10-01T00:00:00+08:00"}"#
                let connection = try RawConnection(port: server.port)
                connection.send(
                    "POST /v1/clock HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer \(token)\r\nContent-Length: \(body.utf8.count)\r\n"
                        + "\r\n\(body)")
                try await eventually("the move is under way") { try await year(server) > 2026 }
                connection.close()
                try await eventually("it stops") {
                    let stood = try await now(server)
                    try await Task.sleep(for: .milliseconds(400))
                    return try await now(server) == stood
                }
                #expect(try await year(server) < 2036)
                try await server.stop(by: SIGTERM)
                #expect(try !server.logged(" error "))
            }
        }

        private func now(_ server: TestServer) async throws -> String {
            try await server.psql("SELECT simulated_now FROM installation")
        }

        private func year(_ server: TestServer) async throws -> Int {
            Int(try await now(server).prefix(4)) ?? 0
        }
    }
}
