import APIModel
import APIText
import Foundation
import Testing
import Workflow

@testable import HTTPAPI

extension ServerTests {
    /// The enterprise's personal link.
    @Suite struct LinkTests {
        @Test func isGivenWhenAnIssueIsFiledAndShowsWhatMayBeDone() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let link = try await server.link(of: issue, at: "file")
                let status = try await server.status(link)
                #expect(status.state == "submitted" && status.progress?.count == 1)
                #expect(Set(status.actions) == [.supplement, .withdraw, .object])
                let supplement = try #require(status.forms?.first { $0.action == "supplement" })
                #expect(supplement.fields.map(\.name) == ["text", "evidence"])
                let answer = try await server.send(link, "supplement", ["text": .text("库存还剩五天")])
                #expect(answer.status == 201)
                let events = try await server.history(issue, as: People.office)
                #expect(events.last?.action == "supplement" && events.last?.role == "enterprise")
            }
        }

        @Test func resumesWithdrawsObjectsAndConfirms() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await server.did(
                    "suspend", on: issue, as: People.handler, ["reason": .text("待补充图纸")])
                let old = try await server.link(of: issue, at: "file")
                let link = try await server.link(of: issue, at: "suspend")
                let spent = try await server.send(old, "resume", [:])
                #expect(try spent.status == 410 && spent.problem.code == "CW209")
                #expect(try await server.status(old).actions.isEmpty)
                #expect(try await server.send(link, "resume", [:]).status == 201)
                let objected = try await server.send(link, "object", ["reason": .text("答复不符")])
                #expect(objected.status == 201)
                let wrong = try await server.send(link, "confirm", [:])
                #expect(try wrong.status == 409 && wrong.problem.code == "CW206")
                let gone = try await server.send(link, "withdraw", ["reason": .text("已解决")])
                #expect(gone.status == 201)
                #expect(try await server.head(issue, as: People.office).state == "withdrawn")
            }
        }

        @Test func saysWhatItCanDoWhereTheWorkflowHasNothingOfTheKind() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(
                    Filings.body(
                        ["workflow": .text("three-deliveries")],
                        issue: ["deliveryKind": .text("service")]))
                let issue = try #require(filed.issues.first).id
                let link = try await server.link(of: issue, at: "file")
                for deed in ["resume", "confirm"] {
                    let answer = try await server.send(link, deed, [:])
                    #expect(try answer.status == 422 && answer.problem.code == "CW204")
                    let allowed = try answer.problem.allowed
                    #expect(allowed == ["supplement", "withdraw", "evaluate", "object"])
                }
            }
        }

        /// The workflow calls it `confirmService`, which is nothing to an enterprise.
        @Test func speaksOfNothingButWhatALinkCanDo() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await Walk.track(issue, at: server)
                let link = try await server.link(of: issue, at: "approveTracking")
                let status = try await server.status(link)
                #expect(Set(status.actions) == [.supplement, .withdraw, .confirm, .object])
                #expect(
                    Set(status.forms?.map(\.action) ?? []) == Set(status.actions.map(\.rawValue)))
                let confirm = try #require(status.forms?.first { $0.action == "confirm" })
                #expect(confirm.label.zh == "服务确认" && confirm.fields.map(\.name) == ["text"])
                let refused = try await server.send(link, "resume", [:])
                let allowed = try refused.problem.allowed ?? []
                #expect(
                    refused.status == 409 && Set(allowed) == Set(status.actions.map(\.rawValue)))
                #expect(try await server.send(link, "confirm", [:]).status == 201)
            }
        }

        @Test func hasAnAddressForEveryRole() {
            #expect(LinkRole.allCases.map(\.word) == LinkDeed.allCases)
            #expect(LinkRole.allCases.map(\.rawValue) == LinkDeed.allCases.map(\.rawValue))
        }

        @Test func repeatsItsAnswerForTheSameWordsAndRefusesWrongOnes() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let link = try await server.link(of: issue, at: "file")
                let first = try await server.send(link, "object", ["reason": .text("进度太慢")])
                let again = try await server.send(link, "object", ["reason": .text("进度太慢")])
                #expect(first.status == 201 && again.header("Idempotency-Replayed") == "true")
                #expect(first.text == again.text)
                for (body, status) in [
                    ("{}", 422), ("[]", 400), ("{", 400), (#"{"reason":1}"#, 422),
                    (#"{"reason":"示例","colour":"red"}"#, 422),
                ] {
                    let answer = try await server.send(link, "object", Array(body.utf8))
                    #expect(answer.status == status, "\(body): \(answer.text)")
                }
                #expect(try await server.send(link, "approve", [:]).status == 404)
            }
        }

        @Test func isToldOfAFaultWhereTheValueWasSent() async throws {
            try await TestServer.run { server in
                let link = try await server.link(of: try await server.issue(), at: "file")
                let status = try await server.status(link)
                let form = try #require(status.forms?.first { $0.action == "object" })
                let label = try #require(form.fields.first { $0.name == "reason" }).label.zh
                #expect(label != "reason")
                for name in ["reason", label] {
                    let answer = try await server.send(link, "object", [name: .integer(1)])
                    #expect(try answer.problem.errors?.map(\.pointer) == ["/\(name)"])
                }
            }
        }

        @Test func isRenewedByTheOfficeWhereItWasLost() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let old = try await server.link(of: issue, at: "file")
                try await server.did(
                    "renewLink", on: issue, as: People.office, ["reason": .text("联系人变更")])
                let new = try await server.link(of: issue, at: "renewLink")
                #expect(new != old)
                #expect(try await server.send(old, "object", ["reason": .text("示例")]).status == 410)
                #expect(try await server.send(new, "object", ["reason": .text("示例")]).status == 201)
                #expect(try await server.wire.send(.get(old)).status == 410)
                let stored = try await server.psql(
                    "SELECT count(*) FROM enterprise_link WHERE encode(digest, 'escape') LIKE '%zl_%'"
                )
                #expect(stored == "0")
            }
        }

        @Test func isAskedSoOftenAndNoMore() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let link = try await server.link(of: issue, at: "file")
                var statuses: [Int] = []
                for _ in 0..<32 {
                    statuses.append(try await server.wire.send(.get(link)).status)
                }
                #expect(statuses.filter { $0 == 200 }.count == 30)
                let refused = try await server.wire.send(.get(link))
                #expect(try refused.status == 429 && refused.problem.code == "AU304")
                #expect(Int(refused.header("Retry-After") ?? "") ?? 0 >= 1)
            }
        }

        @Test func isNotGuessed() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let link = try await server.link(of: issue, at: "file")
                var statuses: [Int] = []
                for number in 0..<15 {
                    let path = "/v1/links/zl_\(number)"
                    statuses.append(try await server.wire.send(.get(path)).status)
                }
                #expect(statuses.filter { $0 == 404 }.count == 10 && statuses.last == 429)
                // Whoever has a link is not kept out by those who guess.
                #expect(try await server.wire.send(.get(link)).status == 200)
            }
        }

        @Test func countsTheSameWordsAgainOnceTheIssueHasMovedOn() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let link = try await server.link(of: issue, at: "file")
                #expect(try await server.send(link, "withdraw", [:]).status == 201)
                try await server.did(
                    "restore", on: issue, as: People.office, ["finding": .text("企业称被要求撤单")])
                try await server.advance(to: "2026-10-09T09:30:00+08:00")
                let again = try await server.send(link, "withdraw", [:])
                #expect(again.status == 201 && again.header("Idempotency-Replayed") == nil)
                #expect(try await server.head(issue, as: People.office).state == "withdrawn")
            }
        }

        @Test func showsNoDraftOfAReply() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await server.did(
                    "overruleOpinions", on: issue, as: People.head, ["reason": .text("已确认")])
                try await server.did("proposeResolution", on: issue, as: People.handler, Walk.reply)
                let link = try await server.link(of: issue, at: "file")
                #expect(try await server.status(link).reply == nil)
                try await server.did(
                    "reportResolved", on: issue, as: People.head, ["evidence": Walk.evidence])
                #expect(try await server.status(link).reply == nil)
                try await server.did(
                    "approveResolution", on: issue, as: People.office, ["grade": .text("good")])
                let asked = try await server.link(of: issue)
                #expect(try await server.status(asked).reply == "已协调供货二百吨。")
            }
        }

        @Test func hidesWhatIsInternal() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await server.did(
                    "note", on: issue, as: People.handler,
                    ["text": .text("内部研判"), "visibility": .text("internal")])
                try await server.did(
                    "note", on: issue, as: People.handler,
                    ["text": .text("已约下周对接"), "visibility": .text("enterprise")])
                let link = try await server.link(of: issue, at: "file")
                let answer = try await server.wire.send(.get(link))
                #expect(answer.text.contains("已约下周对接") && !answer.text.contains("内部研判"))
                #expect(!answer.text.contains("industry.handler"))
            }
        }
    }

    @Suite struct RateLimitTests {
        @Test func givesBackEvenlyAndNoMoreThanThere() throws {
            let limit = RateLimit(most: 2, in: .seconds(10))
            let start = ContinuousClock.now
            try limit.take("a", at: start)
            try limit.take("a", at: start)
            #expect(throws: RequestFault.self) { try limit.take("a", at: start) }
            try limit.take("b", at: start)
            #expect(throws: RequestFault.self) { try limit.take("a", at: start + .seconds(4)) }
            try limit.take("a", at: start + .seconds(6))
            let later = start + .seconds(1000)
            try limit.take("a", at: later)
            try limit.take("a", at: later)
            #expect(throws: RequestFault.self) { try limit.take("a", at: later) }
        }
    }
}

extension TestServer {
    nonisolated func status(_ link: String) async throws -> LinkStatus {
        try await wire.send(.get(link)).requiring(200).decoded()
    }

    nonisolated func send(
        _ link: String, _ action: String, _ fields: [String: JSONValue]
    ) async throws -> Answer {
        try await send(link, action, try Filings.bytes(fields))
    }

    nonisolated func send(_ link: String, _ action: String, _ body: [UInt8]) async throws -> Answer
    {
        try await wire.send(.post("\(link)/\(action)", body))
    }
}
