import APIModel
import Foundation
import Testing

extension ServerTests {
    /// `POST /v1/actions`: many actions in one request, each answered as if it had come alone.
    @Suite struct BulkActionTests {
        private typealias Item = BulkActionBody.Item

        @Test func eachItemIsAnsweredForItselfInTheOrderGiven() async throws {
            try await TestServer.run { server in
                let issues = try await server.filed(Filings.body(count: 3)).issues
                let (first, second, third) = (issues[0], issues[1], issues[2])
                let answers = try await items(
                    [
                        item("accept", on: first.id),
                        item("accept", on: second.number, version: .integer(9)),
                        item("accept", on: "ZQ2026-999999-1"),
                        item("evaluate", on: third.id, ["evaluation": .text("satisfied")]),
                        item("merge", on: third.id, ["into": .text("no number")]),
                        item("accept", on: second.number, version: .integer(1)),
                    ], as: People.office, at: server)
                #expect(answers.map(\.status) == [201, 412, 404, 403, 422, 201])
                #expect(
                    answers.map(\.problem?.code)
                        == [nil, "CW203", "CW201", "AU301", "CW205", nil])
                #expect(answers[0].issue?.state == "accepted" && answers[0].event?.sequence == 2)
                #expect(answers[1].problem?.version == 1)
                #expect(answers[4].problem?.errors?.map(\.pointer) == ["/items/4/fields/into"])
                #expect(answers.allSatisfy { ($0.problem == nil) == ($0.event != nil) })
                for (issue, state) in [
                    (first, "accepted"), (second, "accepted"), (third, "submitted"),
                ] {
                    #expect(try await server.head(issue.id, as: People.office).state == state)
                }
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func itemsOnOneIssueFollowEachOtherHoweverItIsNamed() async throws {
            try await TestServer.run { server in
                let issue = try await #require(server.filed(Filings.body()).issues.first)
                let answers = try await items(
                    [
                        item("accept", on: issue.id, version: .integer(1)),
                        item(
                            "triage", on: issue.number, ["class": .text("C")], version: .integer(2)),
                        item("note", on: issue.id, Self.note, version: .integer(3)),
                        item("note", on: issue.number, Self.note, version: .integer(3)),
                    ], as: People.office, at: server)
                #expect(answers.map(\.status) == [201, 201, 201, 412])
                #expect(answers.compactMap(\.event?.sequence) == [2, 3, 4])
            }
        }

        @Test func aKeyCountsOnceAlsoAmongManyAndAgainstASingleAction() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let list = [
                    item("accept", on: issue, key: "a"),
                    item("note", on: issue, Self.note, version: .integer(2), key: "b"),
                ]
                let first = try await items(list, as: People.office, at: server)
                let again = try await items(list, as: People.office, at: server)
                #expect(first.map(\.status) == [201, 201] && again.map(\.status) == [201, 201])
                #expect(
                    first.map(\.isReplay) == [nil, nil] && again.map(\.isReplay) == [true, true])
                #expect(first.map(\.event) == again.map(\.event))
                #expect(first.map(\.issue) == again.map(\.issue))
                let other = try await items(
                    [
                        item(
                            "note", on: issue,
                            ["text": .text("另一条"), "visibility": .text("internal")], key: "b")
                    ],
                    as: People.office, at: server)
                #expect(other.map(\.problem?.code) == ["CW202"])
                let alone = try await server.act("accept", on: issue, as: People.office, key: "a")
                #expect(try alone.problem.code == "CW202")
                #expect(try await server.history(issue, as: People.office).count == 3)
            }
        }

        @Test func whatHeadersSayOfOneActionIsAskedOfEachItem() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                var without = item("accept", on: issue)
                without.key = nil
                let cases: [(Item, Int, String, String)] = [
                    (without, 400, "CW220", "key"),
                    (item("accept", on: issue, key: "two words"), 400, "CW221", "key"),
                    (item("accept", on: issue, version: nil), 428, "CW222", "version"),
                    (item("accept", on: issue, version: .integer(0)), 400, "CW223", "version"),
                    (item("accept", on: issue, version: .text("7")), 400, "CW223", "version"),
                ]
                let answers = try await items(cases.map(\.0), as: People.office, at: server)
                for (place, (_, status, code, member)) in cases.enumerated() {
                    let problem = try #require(answers[place].problem)
                    #expect(problem.status == status && problem.code == code)
                    #expect(problem.errors?.map(\.pointer) == ["/items/\(place)/\(member)"])
                    #expect(!problem.hint.contains("头"))
                }
                #expect(try await server.history(issue, as: People.office).count == 1)
            }
        }

        @Test func aBodyThatIsNoSuchListIsRefusedWhole() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let good =
                    "{\"issue\": \"\(issue)\", \"action\": \"accept\", \"version\": \"*\", \"key\": \"k\""
                for (body, status, code) in [
                    ("{\"items\": []}", 422, "CW228"),
                    (
                        "{\"items\": ["
                            + Array(repeating: good + "}", count: 501)
                            .joined(separator: ",") + "]}", 422, "CW228"
                    ),
                    ("{\"items\": [\(good)}, \(good), \"colour\": 1}]}", 400, "CW226"),
                    ("{\"items\": [\(good)}, {\"issue\": 7}]}", 400, "CW227"),
                    ("{\"items\": {}}", 400, "CW227"), ("[\(good)}]", 400, "CW227"),
                    ("{\"items\": [\(good)}", 400, "CW224"),
                ] {
                    let answer = try await send(Array(body.utf8), as: People.office, at: server)
                    #expect(answer.status == status, "\(body.prefix(200))")
                    #expect(try answer.problem.code == code, "\(body.prefix(200))")
                }
                #expect(try await server.history(issue, as: People.office).count == 1)
            }
        }

        @Test func fiveHundredGoAtOnce() async throws {
            try await TestServer.run { server in
                let issues = try await server.filed(Filings.body(count: 20)).issues.map(\.id)
                let list = (0..<500).map { item("note", on: issues[$0 % 20], Self.note) }
                let answers = try await items(list, as: People.office, at: server)
                #expect(answers.count == 500 && answers.allSatisfy { $0.status == 201 })
                for (place, answer) in answers.enumerated() {
                    #expect(answer.event?.sequence == 2 + place / 20)
                }
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        private static let note: [String: JSONValue] = [
            "text": .text("已电话联系企业。"), "visibility": .text("internal"),
        ]

        private func item(
            _ action: String, on issue: String, _ fields: [String: JSONValue]? = nil,
            version: JSONValue? = .text("*"), key: String = UUID().uuidString
        ) -> Item {
            Item(issue: issue, action: action, version: version, key: key, fields: fields)
        }

        private func items(
            _ items: [Item], as login: String, at server: TestServer
        ) async throws -> [BulkActionAnswer.Item] {
            try await send(
                try Filings.bytes(BulkActionBody(items: items)), as: login, at: server
            ).requiring(200).decoded(as: BulkActionAnswer.self).items
        }

        private func send(
            _ body: [UInt8], as login: String, at server: TestServer
        ) async throws -> Answer {
            try await server.wire.send(
                .post("/v1/actions", body).token(try await server.token(login)))
        }
    }
}
