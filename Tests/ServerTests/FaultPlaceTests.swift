import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Values inside of fields are refused where they stand.
    @Suite struct FaultPlaceTests {
        struct Case: Sendable, CustomTestStringConvertible {
            let action: String
            let person: String
            let fields: String
            /// Pointers below `/fields/`.
            let places: [String]
            let chinese: String

            var testDescription: String { "\(action) \(places)" }
        }

        @Test(arguments: [
            Case(
                action: "split", person: People.office,
                fields: #"""
                    {"reason": "x", "issues": [
                      {"category": "MKT", "title": "甲", "description": "甲", "class": "C"},
                      {"category": "XX", "titel": "乙", "description": 3}]}
                    """#,
                places: [
                    "issues/0/class", "issues/1/category", "issues/1/description",
                    "issues/1/titel", "issues/1/title",
                ], chinese: "没有此键；可用：category, title, description, needs"),
            Case(
                action: "split", person: People.office,
                fields: #"""
                    {"reason": "x", "issues": [
                      {"category": "MKT", "title": "甲", "description": " ", "a/b~c": 1}, 7]}
                    """#,
                places: ["issues/0/a~1b~0c", "issues/0/description", "issues/1"],
                chinese: "须为对象 {category, title, description, needs}"),
            Case(
                action: "split", person: People.office,
                fields: #"{"reason": "x", "issues": []}"#, places: ["issues"],
                chinese: "须为1至10项的列表，每项为 {category, title, description, needs}"),
            Case(
                action: "reportProgress", person: People.handler,
                fields: #"""
                    {"text": "x", "evidence": [
                      {"kind": "record", "text": "甲"}, {"kind": "record"},
                      {"kind": "record", "sha256": "00"},
                      {"kind": "record", "text": "乙", "url": "http://x"}]}
                    """#,
                places: ["evidence/1", "evidence/2/sha256", "evidence/3/url"],
                chinese: "除 kind 外须有 text 或 sha256 之一"),
            Case(
                action: "requestExtension", person: People.handler,
                fields: #"""
                    {"until": "2026-10-30", "reason": "x", "plan": [
                      {"on": "2026-10-20", "what": "甲"}, {"on": "10-21", "what": "乙", "who": "丙"}]}
                    """#,
                places: ["plan/1/on", "plan/1/who"], chinese: "没有此键；可用：on, what"),
            Case(
                action: "consult", person: People.head,
                fields: #"{"question": "x", "supportingUnits": ["commerce", "nowhere", 3]}"#,
                places: ["supportingUnits/1", "supportingUnits/2"], chinese: ""),
            Case(
                action: "amend", person: People.office,
                fields: #"{"reason": "x", "needs": {"a/b": 1}, "c~d": 2}"#,
                places: ["c~0d", "needs/a~1b"], chinese: ""),
        ])
        func aFaultIsToldAtItsPlace(_ tried: Case) async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let answer = try await server.wire.send(
                    .post(
                        "/v1/issues/\(issue)/actions",
                        Array(#"{"action": "\#(tried.action)", "fields": \#(tried.fields)}"#.utf8)
                    )
                    .token(try await server.token(tried.person))
                    .with("If-Match", "*").with("Idempotency-Key", UUID().uuidString))
                #expect(answer.status == 422)
                let errors = try #require(try answer.problem.errors)
                #expect(errors.map(\.pointer).sorted() == tried.places.map { "/fields/\($0)" })
                #expect(tried.chinese.isEmpty || errors.contains { $0.detail == tried.chinese })
            }
        }

        @Test func aFaultOfAFilingIsToldWhereItWasSent() async throws {
            try await TestServer.run { server in
                let needs: JSONValue = .object(["主张金额": .text("许多"), "debtor": .integer(1)])
                let answer = try await server.file(
                    Filings.body(issue: ["category": .text("拖欠账款"), "needs": needs]))
                #expect(answer.status == 422)
                #expect(
                    try answer.problem.errors?.map(\.pointer).sorted() == [
                        "/issues/0/needs/debtor", "/issues/0/needs/主张金额",
                    ])
            }
        }
    }
}
