import APIModel
import Testing

extension ServerTests {
    @Suite struct BadInputTests {
        @Test func bodiesThatAreNoFilingAreRefused() async throws {
            try await TestServer.run { server in
                for bad in BadBodies.all {
                    try await bad.expectRefused(by: server, as: People.officer)
                }
                try await expectAlive(server)
            }
        }

        @Test func filingsWithBadValuesAreRefused() async throws {
            try await TestServer.run { server in
                for bad in BadFilings.all {
                    try await bad.expectRefused(by: server, as: People.officer)
                }
                try await expectAlive(server)
            }
        }

        @Test func aWrongCheckDigitIsTakenWithAReasonAndAWarning() async throws {
            try await TestServer.run { server in
                let answer: CaseAnswer = try await server.file(
                    Filings.body([
                        "enterprise": BadFilings.oddCode, "enterpriseName": .text("示例外地公司"),
                        "creditCodeOverride": .object(["reason": .text("营业执照如此")]),
                    ])
                ).requiring(201).decoded()
                #expect(answer.warnings?.count == 1)
                #expect(answer.warnings?.first?.contains("营业执照如此") == true)
                #expect(answer.enterprise?.creditCode == "91350211M0000XUF46")
            }
        }

        @Test func badActionsAreRefused() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                for entry in BadActions.all(on: issue) {
                    try await entry.bad.expectRefused(by: server, as: entry.login)
                }
                let head = try await server.head(issue, as: People.office)
                #expect(head.version == 6 && head.state == "inHandling")
                try await expectAlive(server)
            }
        }

        @Test func aRefusalTellsWhatWouldBePossible() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let notNow = try await server.act("accept", on: issue, as: People.office).problem
                #expect(notNow.allowed?.contains("convene") == true)
                #expect(notNow.allowed?.contains("accept") == false)
                let guarded = try await server.act("claim", on: issue, as: People.handler).problem
                #expect(guarded.allowed?.contains("reportProgress") == true)
                let stale = try await server.act(
                    "claim", on: issue, as: People.handler, version: "\"1\"")
                #expect(try stale.status == 412 && stale.problem.version == 6)
                let unknown = try await server.act("fly", on: issue, as: People.office).problem
                #expect(unknown.allowed?.contains("dispatch") == true)
                #expect(unknown.allowed?.contains("breach") == false)
            }
        }

        @Test func badQuestionsAreRefused() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                for bad in BadQueries.all(on: issue) {
                    try await bad.expectRefused(by: server, as: People.office)
                }
                for cursor in BadQueries.forgedCursors {
                    let answer = try await server.get(
                        "/v1/issues?cursor=\(cursor)", as: People.office)
                    #expect([200, 400].contains(answer.status), "\(cursor): \(answer.text)")
                }
                try await expectAlive(server)
            }
        }

        private func expectAlive(_ server: TestServer) async throws {
            #expect(try await server.wire.answers("/livez"))
            _ = try await server.issue()
        }
    }
}
