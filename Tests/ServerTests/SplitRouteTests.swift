import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Splitting over HTTP. Term: 拆单.
    @Suite struct SplitRouteTests {
        @Test func theAnswerNamesTheNewIssuesAndARetryNamesTheSame() async throws {
            try await TestServer.run { server in
                let issue = try await accepted(at: server)
                var numbers: [String] = []
                for round in 1...2 {
                    let body = try splitting(["MKT", "FIN"], "第\(round)次")
                    let key = UUID().uuidString
                    let first = try await server.act(body, on: issue, as: People.office, key: key)
                    let answer: ActionAnswer = try first.requiring(201).decoded()
                    let new = try #require(answer.newIssues)
                    #expect(new.map(\.category) == ["MKT", "FIN"])
                    #expect(new.map(\.title) == ["第\(round)次：MKT", "第\(round)次：FIN"])
                    for one in new {
                        let shown = try await server.head(one.number, as: People.office)
                        #expect(shown.id == one.id && shown.state == "accepted")
                        #expect(shown.attributes["splitFrom"] == .text(answer.issue.number))
                    }
                    try await server.did(
                        "amend", on: try #require(new.first?.id), as: People.office,
                        ["title": .text("另一标题"), "reason": .text("更正")])
                    let again = try await server.act(body, on: issue, as: People.office, key: key)
                    let repeated: ActionAnswer = try again.requiring(201).decoded()
                    #expect(again.header("Idempotency-Replayed") == "true")
                    #expect(repeated.newIssues == new)
                    numbers += new.map(\.number)
                }
                let number = try await server.head(issue, as: People.office).number
                #expect(numbers == (1...4).map { "\(number).\($0)" })
                let other = try await server.did(
                    "reclassify", on: issue, as: People.office,
                    ["class": .text("B"), "reason": .text("跨部门")])
                #expect(other.newIssues == nil)
            }
        }

        @Test func aNewIssueIsAFilterByItsNumberAsAnyOther() async throws {
            try await TestServer.run { server in
                let issue = try await accepted(at: server)
                let new = try #require(try await split(issue, at: server).first)
                let told: Page<DeliveryAnswer> = try await server.read(
                    "/v1/deliveries?issue=\(new.number)", as: People.office)
                #expect(told.items.isEmpty)
                let proposed = try await server.post(
                    "/v1/proposals",
                    [
                        "text": .text("车间变压器容量不够"), "division": .text("410105"),
                        "issue": .text(new.number),
                    ], as: People.office)
                #expect(proposed.status == 200)
            }
        }

        @Test func eachNewIssueHasALinkOfItsOwn() async throws {
            try await TestServer.run { server in
                let issue = try await accepted(at: server)
                var links: Set<String> = []
                for new in try await split(issue, at: server) {
                    let link = try await server.link(of: try #require(new.id), at: "split")
                    let shown = try await server.status(link)
                    #expect(shown.number == new.number && shown.title == new.title)
                    #expect(shown.actions.contains(.withdraw))
                    links.insert(link)
                }
                #expect(links.count == 2)
            }
        }

        @Test func theLinkOfWhatWasSplitLeadsToTheParts() async throws {
            try await TestServer.run { server in
                let issue = try await accepted(at: server)
                let new = try await split(issue, at: server)
                try await server.did(
                    "renewLink", on: issue, as: People.office, ["reason": .text("重发")])
                let link = try await server.link(of: issue, at: "renewLink")
                let parts = try #require(try await server.status(link).parts)
                #expect(parts.map(\.number) == new.map(\.number))
                #expect(parts.map(\.stateLabel.zh) == ["已受理", "已受理"])
                #expect(parts.allSatisfy { $0.text.contains("单独办理") && $0.reply == nil })
            }
        }

        @Test func whatIsLeftEmptyIsClosedAndItsLinkLeadsToTheParts() async throws {
            try await TestServer.run { server in
                let issue = try await accepted(at: server)
                let reason: [String: JSONValue] = ["reason": .text("已全部拆出")]
                let whole = try await server.act(
                    "closeDivided", on: issue, as: People.office, reason)
                #expect(whole.status == 409)
                #expect(try whole.problem.failedGuard == "atLeastTimes(splits, 1)")
                let new = try await split(issue, at: server)
                let closed = try await server.did(
                    "closeDivided", on: issue, as: People.office, reason)
                #expect(closed.issue.state == "divided" && !closed.issue.isOpen)
                #expect(closed.event.toLabel?.zh == "已拆分" && closed.newIssues == nil)
                let link = try await server.link(of: issue, at: "closeDivided")
                let shown = try await server.status(link)
                #expect(shown.actions.isEmpty && shown.handledIn == nil)
                let parts = try #require(shown.parts)
                #expect(parts.map(\.number) == new.map(\.number))
                #expect(parts.map(\.stateLabel.zh) == ["已受理", "已受理"])
                #expect(parts.allSatisfy { $0.text.contains("单独办理") && $0.reply == nil })
                let english = try await server.wire.send(
                    .get(link).with("Accept-Language", "en")
                ).requiring(200).decoded(as: LinkStatus.self)
                #expect(english.parts?.allSatisfy { $0.text.contains("by itself") } == true)
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func aLinkThatWasNeverSplitHasNoParts() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(issue, at: server)
                let shown = try await server.status(try await server.link(of: issue))
                #expect(shown.parts == nil)
            }
        }

        private func accepted(at server: TestServer) async throws -> String {
            let issue = try await server.issue()
            try await server.did("accept", on: issue, as: People.office)
            return issue
        }

        private func splitting(_ categories: [String], _ title: String) throws -> [UInt8] {
            let items = categories.map { category in
                JSONValue.object([
                    "category": .text(category), "title": .text("\(title)：\(category)"),
                    "description": .text("其中一项"),
                ])
            }
            return try Filings.bytes(
                ActionBody(
                    action: "split",
                    fields: ["issues": .list(items), "reason": .text("一件多事")]))
        }

        private func split(
            _ issue: String, at server: TestServer
        ) async throws -> [ActionAnswer.NewIssue] {
            let answer: ActionAnswer = try await server.act(
                try splitting(["MKT", "FIN"], "拆出"), on: issue, as: People.office
            ).requiring(201).decoded()
            return try #require(answer.newIssues)
        }
    }
}
