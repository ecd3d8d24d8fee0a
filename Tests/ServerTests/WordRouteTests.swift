import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What people call things is understood as the identifiers are, and recorded as these.
    @Suite struct WordRouteTests {
        @Test func anIssueGoesItsWayWithNothingButChineseWords() async throws {
            try await TestServer.run { server in
                let issue = try await filed(at: server)
                try await server.did("受理", on: issue, as: People.office)
                try await server.did("研判定级", on: issue, as: People.office, ["级别": .text("一般")])
                let dispatched = try await server.did(
                    "交办", on: issue, as: People.office,
                    [
                        "主办单位": .text("市工信局"),
                        "协办单位": .list([.text("市发展改革委"), .text("财政局")]),
                        "理由": .text("按职责"),
                    ])
                #expect(dispatched.event.action == "dispatch")
                #expect(dispatched.event.fields["leadUnit"] == .text("industry"))
                #expect(
                    dispatched.event.fields["supportingUnits"]
                        == .list([.text("developmentReform"), .text("finance")]))
                #expect(dispatched.event.fields["主办单位"] == nil)
                try await server.did("签收", on: issue, as: People.handler)
                try await server.did("领办", on: issue, as: People.handler)
                let extended = try await server.did(
                    "申请延期", on: issue, as: People.handler,
                    [
                        "延至": .text("10月27日"), "理由": .text("上游检修"),
                        "推进计划": .list([
                            .object(["on": .text("下周五"), "what": .text("签订协议")])
                        ]),
                    ])
                #expect(extended.event.fields["until"] == .text("2026-10-27"))
                #expect(
                    extended.event.fields["plan"]
                        == .list([.object(["on": .text("2026-10-16"), "what": .text("签订协议")])]))
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func aRetryAfterMidnightIsTheFirstActionWhateverTomorrowIsThen() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                func send(_ day: String = "明天") async throws -> Answer {
                    try await server.act(
                        "阶段反馈", on: issue, as: People.handler,
                        ["内容": .text("已对接"), "下次反馈日期": .text(day)], key: "\"k\"")
                }
                let first = try await send().requiring(201)
                let done: ActionAnswer = try first.decoded()
                #expect(done.event.fields["nextReportOn"] == .text("2026-10-10"))
                try await server.advance(to: "2026-10-12T09:00:00+08:00")
                let again = try await send()
                #expect(again.isReplayed && again.body == first.body)
                // The key is of the words: the same day by its date is another request.
                #expect(try await send("2026-10-10").problem.code == "CW202")
                #expect(try await send("改天").problem.code == "CW202")
                let count = try await server.history(issue, as: People.office)
                    .count { $0.action == "reportProgress" }
                #expect(count == 1)
            }
        }

        @Test func anActionThatIsOverIsDescribedByItsName() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                func told(_ query: String) async throws -> ActionsAnswer {
                    let path = query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed)
                    return try await server.read(
                        "/v1/issues/\(issue)/actions" + (path ?? ""), as: People.office)
                }
                let usual = try await told("")
                #expect(usual.number?.hasPrefix("ZQ") == true && usual.title?.isEmpty == false)
                #expect(!usual.items.contains { $0.action == "accept" })
                let named = try await told("?action=受理")
                let over = try #require(named.items.first { $0.action == "accept" })
                #expect(!over.isAllowed && over.refusedBy == "state")
                #expect(over.reason?.contains("办理中") == true)
                #expect(named.items.count == usual.items.count + 1)
                #expect(try await told("?action=飞") == usual)
            }
        }

        @Test func whatIsNotUnderstoodIsRefusedAtItsPlaceWithWhatIsNear() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.did("受理", on: issue, as: People.office)
                let cases: [([String: JSONValue], String, String)] = [
                    (["主办单位": .text("市财正局")], "/fields/主办单位", "是否指郑州市财政局"),
                    (["leadUnit": .text("人民政府")], "/fields/leadUnit", "“人民政府”可指"),
                    (
                        ["协办单位": .list([.text("市财政局"), .text("xx")])], "/fields/协办单位/1",
                        "没有代码为“xx”的单位"
                    ),
                    (["级别": .text("很急")], "/fields/级别", "U（紧急）"),
                    (["没有的字段": .text("x")], "/fields/没有的字段", "主办单位"),
                ]
                for (fields, pointer, words) in cases {
                    let answer = try await server.act("交办", on: issue, as: People.office, fields)
                    #expect(answer.status == 422)
                    let error = try #require(try answer.problem.errors?.first)
                    #expect(error.pointer == pointer)
                    #expect(error.detail.contains(words), "\(error.detail)")
                }
                let unknown = try await server.act("受里", on: issue, as: People.office).problem
                #expect(unknown.code == "CW204")
                #expect(unknown.detail == "流程中没有动作 受里。是否指：受理？")
                let stranger = try await server.act("受里", on: issue, as: People.strangerOffice)
                #expect(try stranger.problem.code == "CW201")
                #expect(try await server.history(issue, as: People.office).count == 2)
            }
        }

        @Test func manyAreUnderstoodLikewise() async throws {
            try await TestServer.run { server in
                let issues = try await server.filed(Filings.body(count: 3)).issues
                let items = issues.enumerated().map { place, issue in
                    BulkActionBody.Item(
                        issue: issue.number, action: place == 2 ? "受里" : "受理",
                        version: .text("*"), key: "k\(place)")
                }
                let answer = try await server.wire.send(
                    .post("/v1/actions", try Filings.bytes(BulkActionBody(items: items)))
                        .token(try await server.token(People.office)))
                let answers = try answer.requiring(200).decoded(as: BulkActionAnswer.self).items
                #expect(answers.map(\.status) == [201, 201, 422])
                #expect(answers[0].event?.action == "accept")
            }
        }

        @Test func listsAreNarrowedByWords() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                func count(_ query: String) async throws -> Int {
                    let path = query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed)
                    let page: Page<IssueAnswer> = try await server.read(
                        "/v1/issues?" + (path ?? ""), as: People.office)
                    return page.items.count
                }
                try await server.did("受理", on: issue, as: People.office)
                #expect(try await count("state=已受理") == 1)
                #expect(try await count("state=待受理") == 0)
                #expect(try await count("category=原材料采购&class=一般") == 1)
                #expect(try await count("class=紧急") == 0)
                try await server.did(
                    "交办", on: issue, as: People.office, ["主办单位": .text("市工信局")])
                #expect(try await count("unit=市工信局") == 1)
                #expect(try await count("unit=市财政局") == 0)
                #expect(try await count("dueBefore=2026-11-30") == 1)
                #expect(try await count("dueBefore=今天17:30") == 0)
                for query in ["state=办理", "unit=人民政府", "category=原材料彩购", "dueBefore=改天"] {
                    let path = query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed)
                    let answer = try await server.get(
                        "/v1/issues?" + (path ?? ""), as: People.office)
                    #expect(try answer.problem.code == "CW229", "\(query)")
                }
            }
        }

        private func filed(at server: TestServer) async throws -> String {
            let body = Filings.body(
                ["workflow": .text("万人助万企")],
                issue: ["category": .text("原材料采购"), "division": .text("金水区")])
            let filed = try await server.filed(body)
            #expect(filed.workflow == "enterprise-assistance")
            let issue = try #require(filed.issues.first)
            #expect(issue.category == "MAT" && issue.division == "410105")
            return issue.id
        }
    }
}
