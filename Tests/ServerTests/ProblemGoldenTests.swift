import APIModel
import Foundation
import Testing

extension ServerTests {
    /// One problem of each code that a request can bring about, in both languages.
    @Suite struct ProblemGoldenTests {
        private struct Sample {
            let code: String
            let login: String?
            let call: WireCall
        }

        @Test func eachCodeReadsAsWritten() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let used = Self.action(issue, Self.note, key: "used")
                    .token(try await server.token(People.handler))
                _ = try await server.wire.send(used).requiring(201)
                let referenced = Filings.body(["externalReference": .text("004-7")])
                _ = try await server.file(referenced).requiring(201)
                var text = ""
                for sample in Self.domain(issue, referenced) + Self.requests(issue) {
                    for language in ["zh", "en"] {
                        text += try await told(sample, language, by: server)
                    }
                }
                try Golden.expect(text, "problems.txt")
            }
        }

        private func told(
            _ sample: Sample, _ language: String, by server: TestServer
        ) async throws -> String {
            let token = try await sample.login.asyncMap(server.token)
            let answer = try await server.wire.send(
                sample.call.token(token).with("Accept-Language", language))
            var problem = try answer.problem
            #expect(problem.code == sample.code, "\(answer.text)")
            // Another one each time.
            #expect(problem.requestId == answer.header("X-Request-Id"))
            problem.requestId = nil
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(problem), as: UTF8.self)
            return "\(sample.code) \(language)\n\(json)\n\n"
        }

        private static let note =
            #"{"action":"note","fields":{"text":"a","visibility":"internal"}}"#

        private static func action(
            _ issue: String, _ body: String, key: String? = "new", version: String? = "*"
        ) -> WireCall {
            .post("/v1/issues/\(issue)/actions", Array(body.utf8)).with("If-Match", version)
                .with("Idempotency-Key", key.map { "\"\($0)\"" })
        }

        private static func domain(_ issue: String, _ referenced: [UInt8]) -> [Sample] {
            func sample(_ code: String, _ login: String, _ call: WireCall) -> Sample {
                Sample(code: code, login: login, call: call)
            }
            let handler = People.handler
            return [
                sample("CW201", handler, .get("/v1/issues/999999")),
                sample("CW202", handler, action(issue, #"{"action":"claim"}"#, key: "used")),
                sample("CW203", handler, action(issue, #"{"action":"claim"}"#, version: "\"1\"")),
                sample("CW204", handler, action(issue, #"{"action":"fly"}"#)),
                sample("CW205", handler, action(issue, #"{"action":"reportProgress"}"#)),
                sample("CW206", People.office, action(issue, #"{"action":"accept"}"#)),
                sample("CW207", handler, action(issue, #"{"action":"claim"}"#)),
                sample(
                    "CW210", People.officer,
                    .post("/v1/cases", referenced).with("Idempotency-Key", "\"other\"")),
                sample("CW211", handler, action(issue, #"{"action":"claim","comment":"\u0000"}"#)),
                sample("AU301", People.auditor, action(issue, note)),
            ]
        }

        private static func requests(_ issue: String) -> [Sample] {
            let clock = WireCall.post(
                "/v1/clock", Array(#"{"advanceTo":"2026-10-01T00:00:00+08:00"}"#.utf8))
            func sample(_ code: String, _ call: WireCall, as login: String? = People.handler)
                -> Sample
            {
                Sample(code: code, login: login, call: call)
            }
            return [
                sample("AU302", .get("/v1/issues"), as: nil), sample("AU303", clock),
                sample("CW220", action(issue, note, key: nil)),
                sample("CW221", action(issue, note, key: "")),
                sample("CW222", action(issue, note, version: nil)),
                sample("CW223", action(issue, note, version: "7")),
                sample("CW224", action(issue, "{")),
                sample("CW225", action(issue, String(repeating: " ", count: (1 << 20) + 1))),
                sample("CW226", action(issue, #"{"action":"note","on":1}"#)),
                sample("CW227", action(issue, "{}")),
                sample(
                    "CW228",
                    .post("/v1/cases", Filings.body(["note": .text("\0")]))
                        .with("Idempotency-Key", "\"new\""), as: People.officer),
                sample("CW229", .get("/v1/issues?queue=yours")),
                sample("CW230", .get("/v1/nothing")),
                sample("CW231", clock, as: People.administrator),
                sample(
                    "CW285",
                    WireCall(method: "POST", path: "/v1/deadlines", body: Array("{}".utf8))
                        .with("Content-Type", "text/plain")),
            ]
        }
    }
}
