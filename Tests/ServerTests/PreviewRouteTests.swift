import APIModel
import Foundation
import Testing

extension ServerTests {
    /// `POST /v1/issues/{id}/previews`: what an action would do, without doing it.
    @Suite struct PreviewRouteTests {
        private func preview(
            _ action: String, on issue: String, as login: String,
            _ fields: [String: JSONValue]? = nil, version: String? = nil, at server: TestServer
        ) async throws -> Answer {
            try await server.wire.send(
                .post(
                    "/v1/issues/\(issue)/previews",
                    try Filings.bytes(ActionBody(action: action, fields: fields))
                ).token(try await server.token(login)).with("If-Match", version))
        }

        @Test func saysWhatTheActionThenDoesAndWritesNothing() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.did("accept", on: issue, as: People.office)
                let before = try await server.counts()
                let fields: [String: JSONValue] = [
                    "主办单位": .text("市工信局"), "协办单位": .list([.text("市财政局")]),
                ]
                let foreseen: ActionAnswer = try await preview(
                    "交办", on: issue, as: People.office, fields, version: "\"2\"", at: server
                ).requiring(200).decoded()
                #expect(try await server.counts() == before)
                #expect(try await server.head(issue, as: People.office).version == 2)
                let done = try await server.did("交办", on: issue, as: People.office, fields)
                #expect(
                    foreseen.event.from == done.event.from && foreseen.event.to == done.event.to)
                #expect(foreseen.event.changes == done.event.changes)
                #expect(foreseen.event.clocks == done.event.clocks)
                #expect(foreseen.event.told == done.event.told)
                #expect(foreseen.event.told?.isEmpty == false)
            }
        }

        @Test func namesWhatWouldBeSplitOff() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.did("accept", on: issue, as: People.office)
                let part: JSONValue = .object([
                    "category": .text("用工"), "title": .text("缺工"), "description": .text("缺三十人"),
                ])
                let answer = try await preview(
                    "拆单", on: issue, as: People.office,
                    ["拆分事项": .list([part]), "理由": .text("两件事")], at: server
                ).requiring(200)
                let foreseen: ActionAnswer = try answer.decoded()
                #expect(foreseen.newIssues?.map(\.title) == ["缺工"])
                #expect(foreseen.newIssues?.map(\.id) == [nil])
                #expect(!answer.text.contains(#""-1""#))
                #expect(foreseen.newIssues?.map(\.category) == ["LAB"])
                #expect(try await server.history(issue, as: People.office).count == 2)
            }
        }

        @Test func isRefusedWithWhatTheActionWouldBe() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let cases: [(String, String, [String: JSONValue]?, String?, String)] = [
                    ("accept", People.strangerOffice, nil, nil, "CW201"),
                    ("accept", People.office, nil, "\"9\"", "CW203"),
                    ("accept", People.office, nil, "x", "CW223"),
                    ("受里", People.office, nil, nil, "CW204"),
                    ("accept", People.office, ["x": .text("y")], nil, "CW205"),
                    ("dispatch", People.office, nil, nil, "CW206"),
                    ("evaluate", People.office, nil, nil, "AU301"),
                ]
                for (action, login, fields, version, code) in cases {
                    let answer = try await preview(
                        action, on: issue, as: login, fields, version: version, at: server)
                    #expect(try answer.problem.code == code, "\(action)")
                }
                let missing = try await preview(
                    "accept", on: "999999", as: People.office, at: server)
                #expect(try missing.problem.code == "CW201")
            }
        }
    }
}
