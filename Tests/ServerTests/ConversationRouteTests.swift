import APIModel
import Foundation
import Testing

extension ServerTests {
    /// The answers about one issue have all that it takes to show it as a conversation.
    @Suite struct ConversationRouteTests {
        @Test func theAnswerAboutAnIssueSaysWhatEachOwesOnIt() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await Walk.dispatch(issue, at: server)
                #expect(
                    try await parts(issue, People.handler, server) == [
                        "签收": "owes", "反馈协办意见": "waits",
                    ])
                #expect(
                    try await parts(issue, People.supporter, server) == [
                        "签收": "waits", "反馈协办意见": "owes",
                    ])
                let auditor = try await parts(issue, People.auditor, server)
                #expect(Set(auditor.values) == ["waits"])
                try await Walk.handle(issue, at: server)
                let head = try await parts(issue, People.head, server)
                #expect(head["阶段反馈"] == "within")
                let duties = try #require(
                    try await server.head(issue, as: People.handler).duties)
                let due = duties.compactMap(\.dueAt)
                #expect(due == due.sorted() && due.count > 1)
                #expect(duties.allSatisfy { !$0.owedBy.isEmpty && $0.issue.hasPrefix("ZQ") })
            }
        }

        @Test func whatIsOwedEndsWithTheIssueAndStandsInNoList() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let page: Page<IssueAnswer> = try await server.read(
                    "/v1/issues?queue=all", as: People.office)
                #expect(page.items.first?.duties == nil && page.items.first?.classLabel == nil)
                try await server.did(
                    "decline", on: issue, as: People.office, ["reason": .text("不属受理范围")])
                #expect(try await server.head(issue, as: People.office).duties == [])
            }
        }

        @Test func codesHaveWords() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await Walk.dispatch(issue, at: server)
                try await server.did(
                    "sendBack", on: issue, as: People.handler,
                    [
                        "reasonCode": .text("notOurCompetence"), "legalBasis": .text("三定方案"),
                        "proposedUnit": .text("commerce"),
                    ])
                let head = try await server.head(issue, as: People.office)
                #expect(head.categoryLabel?.zh == "原材料采购" && head.classLabel?.zh == "一般")
                #expect(head.divisionLabel?.zh.contains("金水") == true)
                let unit = try #require(head.valueLabels?["proposedUnit"]?.zh)
                #expect(head.names?["commerce"] == unit && unit.contains("商务"))
                #expect(head.valueLabels?["dispatchedBy"]?.zh == "示例·金水区活动办")
                // Some unit has this login for its code.
                let namesake = head.names?[People.office]
                #expect(namesake == nil || namesake == "金水区活动办（示例）")
                let sent = try #require(try await server.history(issue, as: People.office).last)
                #expect(sent.valueLabels?["proposedUnit"]?.zh == unit)
                #expect(sent.valueLabels?["reasonCode"]?.zh == "不属本单位职责")
                #expect(sent.byUnit?.code == "industry" && sent.by?.login == People.handler)
            }
        }

        @Test func quantitiesInTheHistoryHaveTheirMeasure() async throws {
            try await TestServer.run { server in
                let filing = Filings.body(issue: ["needs": .object(["material": .integer(200)])])
                let issue = try #require(try await server.filed(filing).issues.first).id
                let filed = try #require(try await server.history(issue, as: People.office).first)
                let need = try #require(filed.typed?["needs"]?.first)
                #expect(need.label.zh == "原料缺口" && need.quantity?.zh == "吨")
                #expect(need.value == .integer(200))
            }
        }

        @Test func quantitiesKeepTheWordsOfTheCategoryInWhichTheyWereGiven() async throws {
            try await TestServer.run { server in
                func triaged(
                    _ category: String, _ need: String, to other: String
                ) async throws -> String {
                    let filing = Filings.body(
                        issue: [
                            "category": .text(category),
                            "needs": .object([need: .integer(200)]),
                        ])
                    let issue = try #require(try await server.filed(filing).issues.first).id
                    try await server.did("accept", on: issue, as: People.office)
                    try await server.did(
                        "triage", on: issue, as: People.office,
                        ["class": .text("C"), "category": .text(other)])
                    return issue
                }
                let material = try await triaged("MAT", "material", to: "LAB")
                let kept = try await server.head(material, as: People.office).needs?.first
                #expect(kept?.label.zh == "原料缺口" && kept?.quantity?.zh == "吨")
                // Both categories have an amount, and call it otherwise.
                let amount = try await triaged("FIN", "amount", to: "TAX")
                let filed = try await server.history(amount, as: People.office).first
                #expect(filed?.typed?["needs"]?.map(\.label.zh) == ["融资需求"])
            }
        }

        @Test func actionsSayWhereTheyLead() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let answer: ActionsAnswer = try await server.read(
                    "/v1/issues/\(issue)/actions", as: People.office)
                let courses = Dictionary(
                    uniqueKeysWithValues: answer.items.map { ($0.action, $0.course) })
                #expect(courses["accept"] == .onward && courses["decline"] == .away)
                #expect(courses["note"] == .aside)
            }
        }

        private func parts(
            _ issue: String, _ login: String, _ server: TestServer
        ) async throws -> [String: String] {
            let duties = try await server.head(issue, as: login).duties ?? []
            return Dictionary(
                duties.compactMap { duty in
                    duty.actions.first.map { ($0.label.zh, duty.part.rawValue) }
                }, uniquingKeysWith: { first, second in first == "owes" ? first : second })
        }
    }
}
