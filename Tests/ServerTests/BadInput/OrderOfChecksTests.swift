import APIModel
import Testing

extension ServerTests {
    /// Each request is wrong in several ways; the answer tells the first in the promised order.
    @Suite struct OrderOfChecksTests {
        @Test func theFirstOfSeveralFaultsIsTold() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let used = try await server.act(
                    note, on: issue, as: People.handler, key: "\"used\"")
                _ = try used.requiring(201)
                let before = try await server.counts()
                for wrong in Self.requests(issue) {
                    let token = try await wrong.login.asyncMap(server.token)
                    let call = WireCall.post("/v1/issues/\(wrong.issue)/actions", wrong.body)
                        .token(token).with("If-Match", wrong.version)
                        .with("Idempotency-Key", wrong.key)
                    let problem = try await server.wire.send(call).problem
                    #expect(
                        "\(problem.status) \(problem.code)" == wrong.expected, "\(wrong.name)")
                }
                #expect(try await server.counts() == before)
            }
        }

        private let note = Array(
            #"{"action":"note","fields":{"text":"a","visibility":"internal"}}"#.utf8)

        private struct Wrong {
            let name: String
            let expected: String
            var login: String? = People.handler
            var issue: String
            var body: [UInt8]
            var version: String? = "\"1\""
            var key: String? = "\"new\""
        }

        private static func body(_ action: String, _ rest: String = "") -> [UInt8] {
            Array(#"{"action":"\#(action)"\#(rest)}"#.utf8)
        }

        private static let longComment = #","comment":"\#(String.long(4001))""#

        private static func requests(_ issue: String) -> [Wrong] {
            early(issue) + late(issue)
        }

        private static func early(_ issue: String) -> [Wrong] {
            [
                Wrong(
                    name: "no token before a malformed body", expected: "401 AU302", login: nil,
                    issue: "999999", body: [0xFF], version: nil, key: nil),
                Wrong(
                    name: "a malformed body before no version", expected: "400 CW224",
                    issue: "999999", body: [0xFF], version: nil),
                Wrong(
                    name: "no key before no version", expected: "400 CW220", issue: "999999",
                    body: body("fly"), version: nil, key: nil),
                Wrong(
                    name: "no version before no issue", expected: "428 CW222", issue: "999999",
                    body: body("fly"), version: nil),
                Wrong(
                    name: "no issue before a used key", expected: "404 CW201", issue: "999999",
                    body: body("fly"), key: "\"used\""),
                Wrong(
                    name: "an issue out of sight before a stale version", expected: "404 CW201",
                    login: People.strangerOffice, issue: issue, body: body("fly")),
                Wrong(
                    name: "an issue out of sight before a long comment", expected: "404 CW201",
                    login: People.strangerOffice, issue: issue, body: body("note", longComment)),
            ]
        }

        private static func late(_ issue: String) -> [Wrong] {
            [
                Wrong(
                    name: "a used key before a stale version", expected: "422 CW202", issue: issue,
                    body: body("fly"), key: "\"used\""),
                Wrong(
                    name: "a stale version before a forbidden action", expected: "412 CW203",
                    issue: issue, body: body("approveResolution")),
                Wrong(
                    name: "a stale version before a long comment", expected: "412 CW203",
                    issue: issue, body: body("claim", longComment)),
                Wrong(
                    name: "a forbidden action before its values", expected: "403 AU301",
                    issue: issue, body: body("approveResolution"), version: "*"),
                Wrong(
                    name: "a forbidden action before a long comment", expected: "403 AU301",
                    issue: issue, body: body("approveResolution", longComment), version: "*"),
                Wrong(
                    name: "the state before values", expected: "409 CW206", login: People.office,
                    issue: issue, body: body("rejectResolution"), version: "*"),
                Wrong(
                    name: "values before a guard", expected: "422 CW205", issue: issue,
                    body: body("claim", #","fields":{"a":1}"#), version: "*"),
                Wrong(
                    name: "a guard, at last", expected: "409 CW207", issue: issue,
                    body: body("claim"), version: "*"),
            ]
        }
    }
}
