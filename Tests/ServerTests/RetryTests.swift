import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct RetryTests {
        private let note: [String: JSONValue] = [
            "text": .text("已电话联系"), "visibility": .text("internal"),
        ]

        @Test func anActionSentAgainGivesItsFirstAnswerForEver() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                func send(version: String = "\"6\"") async throws -> Answer {
                    try await server.act(
                        "note", on: issue, as: People.handler, note, version: version, key: "\"k\"")
                }
                let first = try await send().requiring(201)
                #expect(!first.isReplayed)
                try await expectReplay(of: first) { try await send() }
                try await Walk.resolve(issue, at: server)
                try await server.advance(to: "2026-10-12T09:00:00+08:00")
                try await expectReplay(of: first) { try await send() }
                try await expectReplay(of: first) { try await send(version: "\"1\"") }
                try await server.restart()
                try await expectReplay(of: first) { try await send(version: "*") }
                let notes = try await server.history(issue, as: People.office)
                    .filter { $0.action == "note" }
                #expect(notes.count == 1)
            }
        }

        @Test func everyStepOfAWholeWayGivesItsFirstAnswerAgain() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                var steps: [(call: WireCall, first: Answer)] = []
                for (index, (action, login, fields)) in way.enumerated() {
                    let body = try Filings.bytes(ActionBody(action: action, fields: fields))
                    let call = WireCall.post("/v1/issues/\(issue)/actions", body)
                        .token(try await server.token(login)).with("If-Match", "*")
                        .with("Idempotency-Key", "\"step-\(index)\"")
                    steps.append((call, try await server.wire.send(call).requiring(201)))
                }
                let before = try await server.counts()
                try await server.restart()
                for step in steps {
                    try await expectReplay(of: step.first) { try await server.wire.send(step.call) }
                }
                #expect(try await server.counts() == before)
            }
        }

        private var way: [(String, String, [String: JSONValue]?)] {
            [
                ("accept", People.office, nil), ("triage", People.office, ["class": .text("B")]),
                ("dispatch", People.office, ["leadUnit": .text("industry")]),
                ("acknowledge", People.handler, nil), ("claim", People.handler, nil),
                ("giveCard", People.office, ["card": .text("yellow"), "reason": .text("催办")]),
                ("suspend", People.handler, ["reason": .text("待企业补充")]),
                ("remind", People.officer, ["text": .text("请尽快")]),
            ]
        }

        @Test func aKeyUsedForAnotherRequestIsRefused() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                _ = try await server.act(
                    "note", on: issue, as: People.handler, note, key: "\"k\""
                ).requiring(201)
                let before = try await server.counts()
                let other = try await server.act(
                    "note", on: issue, as: People.handler, note, comment: "x", key: "\"k\"")
                #expect(try other.status == 422 && other.problem.code == "CW202")
                #expect(try await server.counts() == before)
            }
        }

        @Test func strangersKeysNeverCollide() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                for login in [People.handler, People.head, People.office] {
                    let answer = try await server.act(
                        "note", on: issue, as: login, note, key: "\"k\"")
                    #expect(answer.status == 201 && !answer.isReplayed, "\(login)")
                }
                let second = try await Walk.issueInHandling(at: server)
                let answer = try await server.act(
                    "note", on: second, as: People.handler, note, key: "\"k\"")
                #expect(answer.status == 201 && !answer.isReplayed)
            }
        }

        @Test func aRefusalDoesNotUseUpItsKey() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let early = try await server.act(
                    "triage", on: issue, as: People.office, ["class": .text("C")], key: "\"k\"")
                #expect(early.status == 409)
                try await server.did("accept", on: issue, as: People.office)
                let late = try await server.act(
                    "triage", on: issue, as: People.office, ["class": .text("C")], key: "\"k\"")
                #expect(late.status == 201 && !late.isReplayed)
            }
        }

        @Test func ofManyAtOnceWithOneKeyOneIsCarriedOut() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let answers = try await together(16) {
                    try await server.act("note", on: issue, as: People.handler, note, key: "\"k\"")
                }
                #expect(answers.allSatisfy { $0.status == 201 })
                #expect(answers.filter { !$0.isReplayed }.count == 1)
                #expect(Set(answers.map(\.text)).count == 1)
                let filings = try await together(8) {
                    try await server.file(Filings.body(count: 3), key: "\"k\"")
                }
                #expect(filings.allSatisfy { $0.status == 201 })
                #expect(filings.filter { !$0.isReplayed }.count == 1)
                #expect(Set(filings.map(\.text)).count == 1)
            }
        }

        @Test func aFilingSentAgainGivesItsFirstAnswer() async throws {
            try await TestServer.run { server in
                let body = Filings.body(["externalReference": .text("004-7")], count: 3)
                let first = try await server.file(body, key: "\"k\"").requiring(201)
                let ids = try first.decoded(as: CaseAnswer.self).issues.map(\.id)
                try await Walk.dispatch(ids[1], at: server)
                try await expectReplay(of: first) { try await server.file(body, key: "\"k\"") }
                try await server.restart()
                try await expectReplay(of: first) { try await server.file(body, key: "\"k\"") }
                let before = try await server.counts()
                let taken = try await server.file(body)
                #expect(try taken.status == 409 && taken.problem.code == "CW210")
                let reused = try await server.file(Filings.body(), key: "\"k\"")
                #expect(try reused.status == 422 && reused.problem.code == "CW202")
                #expect(try await server.counts() == before)
            }
        }

        private func together(
            _ count: Int, _ send: @escaping @Sendable () async throws -> Answer
        ) async throws -> [Answer] {
            try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<count { group.addTask { try await send() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }

        private func expectReplay(
            of first: Answer, _ send: () async throws -> Answer,
            sourceLocation: SourceLocation = #_sourceLocation
        ) async throws {
            let again = try await send()
            #expect(again.status == first.status, sourceLocation: sourceLocation)
            #expect(again.isReplayed, sourceLocation: sourceLocation)
            #expect(again.text == first.text, sourceLocation: sourceLocation)
            #expect(
                again.header("ETag") == first.header("ETag"),
                sourceLocation: sourceLocation)
        }
    }
}
