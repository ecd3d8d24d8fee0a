import APIModel
import Foundation
import Testing

extension ServerTests {
    /// The staff's tool at a real server, in words.
    @Suite struct StaffCommandTests {
        private func zhuqi(
            _ arguments: [String], as login: String, at server: TestServer
        ) async throws -> Subprocess.Ended {
            try await Subprocess.run(
                Product.zhuqi, arguments,
                environment: [
                    "ZHUQI_SERVER": server.wire.address,
                    "ZHUQI_TOKEN": try await server.token(login),
                    "ZHUQI_LANG": "zh",
                ])
        }

        private static let filing = [
            "file", "--workflow", "万人助万企", "--enterprise", Filings.enterprise, "--title", "铝锭供应不足",
            "--text", "本月铝锭缺口二百吨，请协调上游。", "--category", "原材料采购", "--division", "金水区",
            "--contact", "王工", "--phone", "13812341234", "--yes", "--key", "one",
        ]

        @Test func aCaseIsFiledOnceAndFoundAndWaitedFor() async throws {
            try await TestServer.run { server in
                let filed = try await zhuqi(Self.filing, as: People.officer, at: server)
                #expect(filed.status == 0, "\(filed.errors)")
                #expect(filed.output.contains("铝锭供应不足  待受理"))
                #expect(filed.output.contains("受理与交办"))
                let again = try await zhuqi(Self.filing, as: People.officer, at: server)
                #expect(again.output.hasPrefix("此前已登记："))
                let found = try await zhuqi(["search", "铝锭", "缺口"], as: People.officer, at: server)
                #expect(found.output.contains("共列 1 件"))
                let number = try await zhuqi(["search", "1-1"], as: People.officer, at: server)
                #expect(number.output.contains("铝锭供应不足"))
                let there = try await zhuqi(
                    ["wait", "1-1", "--for", "待受理"], as: People.officer, at: server)
                #expect(there.status == 0 && there.output.contains("待受理"))
                let late = try await zhuqi(
                    ["wait", "1-1", "--for", "已销号", "--timeout", "2s"], as: People.officer,
                    at: server)
                #expect(late.status == 124, "\(late.errors)")
                let issue = try await server.head("1-1", as: People.officer).id
                try await server.did("accept", on: issue, as: People.office)
                try await server.did(
                    "refer", on: issue, as: People.office,
                    ["reason": .text("另案办理"), "to": .text("discipline")])
                let never = try await zhuqi(
                    ["wait", "1-1", "--for", "已销号"], as: People.officer, at: server)
                #expect(never.status == 7, "\(never.errors)")
            }
        }

        @Test func aDraftIsKeptListedAndSubmitted() async throws {
            try await TestServer.run { server in
                let kept = try await zhuqi(
                    Self.filing + ["--draft"], as: People.officer, at: server)
                #expect(kept.status == 0 && kept.output.contains("草稿"), "\(kept.errors)")
                let listed = try await zhuqi(["draft"], as: People.officer, at: server)
                #expect(listed.output.contains("zhuqi draft send 1-1"), "\(listed.errors)")
                let sent = try await zhuqi(
                    ["draft", "send", "1-1"], as: People.officer, at: server)
                #expect(sent.status == 0 && sent.output.contains("待受理"), "\(sent.errors)")
                let none = try await zhuqi(["draft"], as: People.officer, at: server)
                #expect(none.output == "没有草稿。\n")
                let again = try await zhuqi(
                    ["draft", "send", "1-1"], as: People.officer, at: server)
                #expect(again.status == 7)
                let issue = try await server.head("1-1", as: People.officer).id
                try await server.did(
                    "requestCompletion", on: issue, as: People.office,
                    ["missing": .text("请补充规格")])
                let back = try await zhuqi(["draft"], as: People.officer, at: server)
                #expect(back.output.contains("请补充规格"), "\(back.errors)")
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func visitsAbsencesAndPairingsTakeWords() async throws {
            try await TestServer.run { server in
                let visited = try await zhuqi(
                    ["visit", "add", Filings.enterprise, "--on", "昨天", "--found", "用工缺口"],
                    as: People.officer, at: server)
                #expect(visited.status == 0 && visited.output.contains("2026-10-08"))
                let visits = try await zhuqi(["visit"], as: People.officer, at: server)
                #expect(visits.output.contains("用工缺口"))
                let head = try #require(
                    try await server.read(
                        "/v1/officers?unit=industry", as: People.office, Page<OfficerAnswer>.self
                    ).items.first { $0.login == People.head })
                let away = try await zhuqi(
                    ["absence", "--from", "明天", "--until", "下周五", "--deputy", head.name],
                    as: People.handler, at: server)
                #expect(away.status == 0, "\(away.errors)")
                let absences: Page<AbsenceAnswer> = try await server.read(
                    "/v1/absences", as: People.handler)
                #expect(absences.items.map(\.from) == ["2026-10-10"])
                #expect(absences.items.map(\.until) == ["2026-10-16"])
                #expect(absences.items.map { $0.deputy?.login } == [People.head])
                let ended = try await zhuqi(
                    ["away", "--end", "10月10日"], as: People.handler, at: server)
                #expect(ended.status == 0, "\(ended.errors)")
                let own = try await zhuqi(["pairing"], as: People.officer, at: server)
                #expect(own.output.contains(Filings.enterprise), "\(own.errors)")
                let nobody = try await zhuqi(
                    ["absence", "--from", "明天", "--until", "下周五", "--deputy", "没有这人"],
                    as: People.handler, at: server)
                #expect(nobody.status == 2, "\(nobody.errors)")
            }
        }

        @Test func proposalsTakeWordsAndWorkflowsSayWhatAFilingAsksFor() async throws {
            try await TestServer.run { server in
                let text: [String: JSONValue] = [
                    "text": .text("车间变压器容量不够"), "division": .text("金水区"), "category": .text("拖欠账款"),
                    "class": .text("紧急"), "complainedUnit": .text("市财政局"),
                ]
                let proposal: ProposalAnswer = try await server.post(
                    "/v1/proposals", text, as: People.office
                ).requiring(200).decoded()
                #expect(proposal.category == "ARR" && proposal.division == "410105")
                let workflow: WorkflowAnswer = try await server.read(
                    "/v1/workflows/enterprise-assistance", as: People.officer)
                #expect(workflow.filing?.leadsTo == ["submitted"])
                #expect(workflow.drafting?.leadsTo == ["draft"])
                #expect(workflow.filing?.fields.contains { $0.form == "needs" } == true)
                let meeting: WorkflowAnswer = try await server.read(
                    "/v1/workflows/joint-meeting", as: People.officer)
                #expect(meeting.drafting == nil && meeting.filing?.leadsTo == ["called"])
            }
        }

        @Test func aWebhookIsAskedForInWordsAndEnded() async throws {
            try await TestServer.run { server in
                let added = try await zhuqi(
                    ["subscribe", "add", "https://hooks.example.com/zhuqi", "--action", "交办,督办"],
                    as: People.handler, at: server)
                #expect(added.status == 0 && added.output.contains("签名密钥"), "\(added.errors)")
                let made: Page<SubscriptionAnswer> = try await server.read(
                    "/v1/subscriptions", as: People.handler)
                #expect(made.items.first?.actions == ["dispatch", "supervise"])
                let id = try #require(made.items.first?.id)
                let ended = try await zhuqi(
                    ["subscribe", "delete", id], as: People.handler, at: server)
                #expect(ended.status == 0, "\(ended.errors)")
                let mail = try await zhuqi(
                    ["subscribe", "mail", "每日汇总"], as: People.handler, at: server)
                #expect(mail.output.hasPrefix("邮件：每日汇总"), "\(mail.errors)")
            }
        }
    }
}
