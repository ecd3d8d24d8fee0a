import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct MainJobTests {
        @Test func aCaseOfThreeIssuesGoesFromFilingToItsEnds() async throws {
            try await TestServer.run { server in
                let issues = try await server.filed(Filings.body(count: 3)).issues.map(\.id)
                try #require(issues.count == 3)
                for issue in issues { try await Walk.dispatch(issue, at: server) }
                try await server.advance(to: "2026-10-09T11:00:00+08:00")
                for issue in issues { try await work(on: issue, at: server) }
                try await end(issues, at: server)
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        private func work(on issue: String, at server: TestServer) async throws {
            try await Walk.handle(issue, at: server)
            try await server.did(
                "giveOpinion", on: issue, as: People.supporter, ["opinion": .text("同意。")])
            try await server.did(
                "reportProgress", on: issue, as: People.handler, ["text": .text("已联系两家供应商。")])
            try await Walk.resolve(issue, at: server)
            #expect(try await server.head(issue, as: People.office).state == "awaitingEvaluation")
        }

        private func end(_ issues: [String], at server: TestServer) async throws {
            let satisfied = try await evaluate(issues[0], "satisfied", at: server)
            #expect(satisfied.state == "closedOut" && satisfied.actions.isEmpty)
            let basically = try await evaluate(issues[1], "basicallySatisfied", at: server)
            #expect(basically.state == "closedOut")
            let dissatisfied = try await evaluate(issues[2], "dissatisfied", at: server)
            #expect(dissatisfied.state == "rework")
            let closed = try await server.head(issues[0], as: People.officer)
            #expect(!closed.isOpen && closed.clocks.allSatisfy { $0.endedAt != nil })
            let actions = try await server.history(issues[0], as: People.office).map(\.action)
            #expect(
                actions == [
                    "file", "accept", "triage", "dispatch", "acknowledge", "claim", "giveOpinion",
                    "reportProgress", "overruleOpinions", "proposeResolution", "reportResolved",
                    "approveResolution",
                    "evaluate",
                ])
        }

        /// The enterprise has its link from the outbox, and no account.
        private func evaluate(
            _ issue: String, _ evaluation: String, at server: TestServer
        ) async throws -> LinkStatus {
            let link = try await server.link(of: issue)
            let before: LinkStatus = try await server.wire.send(.get(link)).requiring(200).decoded()
            #expect(before.actions.contains(.evaluate) && before.reply == "已协调供货二百吨。")
            if evaluation == "dissatisfied" {
                let silent = try Filings.bytes(EvaluationBody(evaluation: evaluation))
                let refusal = try await server.wire.send(.post(link + "/evaluate", silent))
                #expect(refusal.status == 409)
                #expect(try refusal.problem.failedGuard?.hasPrefix("givenWhen(reason") == true)
            }
            let body = try Filings.bytes(
                EvaluationBody(evaluation: evaluation, reason: "答复与实际不符"))
            return try await server.wire.send(.post(link + "/evaluate", body)).requiring(201)
                .decoded()
        }

        @Test func aLinkThatExpiredIsGone() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(issue, at: server)
                let link = try await server.link(of: issue)
                try await server.psql(
                    "UPDATE enterprise_link SET expires_at = '2026-10-10 12:00+08'")
                try await server.advance(to: "2026-10-10T12:00:00+08:00")
                let before = try await server.counts()
                let body = try Filings.bytes(EvaluationBody(evaluation: "satisfied"))
                for call in [WireCall.get(link), .post(link + "/evaluate", body)] {
                    let answer = try await server.wire.send(call)
                    #expect(try answer.status == 410 && answer.problem.code == "CW209")
                }
                #expect(try await server.counts() == before)
            }
        }

        @Test func anEvaluationSentAgainGivesItsFirstAnswer() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(issue, at: server)
                let call = WireCall.post(
                    try await server.link(of: issue) + "/evaluate",
                    try Filings.bytes(EvaluationBody(evaluation: "satisfied", reason: "很快")))
                let first = try await server.wire.send(call).requiring(201)
                let second = try await server.wire.send(call).requiring(201)
                #expect(second.isReplayed && !first.isReplayed && second.body == first.body)
                try await server.restart()
                let third = try await server.wire.send(call).requiring(201)
                #expect(third.isReplayed && third.body == first.body)
            }
        }
    }
}
