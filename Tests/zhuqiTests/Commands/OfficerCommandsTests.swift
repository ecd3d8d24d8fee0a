import APIModel
import ArgumentParser
import Client
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

/// What officers do beside issues: visits, pairings, absences, subscriptions, drafts, searching.
@Suite struct OfficerCommandsTests {
    private static let principal = PrincipalAnswer(
        login: "li", name: "李四", grants: [], now: Samples.now)

    private func run(
        _ answers: [String: ScriptedServer.Answer], _ transcript: Transcript,
        form: OutputForm = .people, _ command: some SessionCommand
    ) async throws -> [ScriptedServer.Received] {
        var received: [ScriptedServer.Received] = []
        let enterprises = try Samples.ok(Page(items: [Samples.enterprise], next: nil))
        let usual = [
            "/v1/enterprises": enterprises, "/v1/whoami": try Samples.ok(Self.principal),
            "/v1/workflows": try Samples.ok(Samples.workflows),
            "/v1/workflows/enterprise-assistance": try Samples.ok(Samples.workflow),
        ]
        try await ScriptedServer.run(answering: usual.merging(answers) { $1 }) { address, server in
            try await command.perform(at: try transcript.session(address, form))
            received = server.received
        }
        return received
    }

    private func fits(_ transcript: Transcript, _ width: Int, _ golden: String) throws {
        for line in transcript.output.split(separator: "\n") {
            #expect(line.displayWidth <= width, "\(line)")
        }
        try Golden.expect(transcript.output, "\(golden).zh.\(width).txt")
    }

    private static let visits = [
        VisitAnswer(
            id: "1", officer: Samples.li, enterprise: Samples.enterprise, on: "2026-10-08",
            note: "用工缺口 30 人，已介绍两所职校；企业反映下季度还要增加一条生产线，用电容量不够。"),
        VisitAnswer(
            id: "2", officer: Samples.li, enterprise: Samples.enterprise, on: "2026-10-14",
            note: nil),
    ]

    @Test func aVisitIsNotedOnceForAnEnterpriseThatIsNamed() async throws {
        let noted = try Samples.ok(Self.visits[0], status: 201)
        let transcript = Transcript()
        let received = try await run(
            ["/v1/visits": noted], transcript,
            try AddVisit.parse(["示例机械", "--on", "昨天", "--found", "@记录.txt", "--key", "k1"]))
        let sent = try #require(received.last)
        #expect(sent.headers["idempotency-key"] == "\"k1\"")
        #expect(
            try JSONText.decode(VisitBody.self, from: Array(sent.body.utf8))
                == VisitBody(
                    enterprise: Samples.enterprise.creditCode, on: "昨天", note: "content of 记录.txt"))
        #expect(transcript.output.hasPrefix("已登记走访：郑州示例机械有限公司，2026-10-08\n"))
    }

    @Test(arguments: [40, 80]) func visitsAreListed(width: Int) async throws {
        let transcript = Transcript(width: width)
        let received = try await run(
            ["/v1/visits": try Samples.ok(Page(items: Self.visits, next: "2"))], transcript,
            try ListVisits.parse(["示例机械", "--limit", "2"]))
        #expect(
            received.last?.uri == "/v1/visits?enterprise=\(Samples.enterprise.creditCode)&limit=2")
        #expect(
            transcript.output.contains(
                "zhuqi visit list \(Samples.enterprise.creditCode) --limit 2 --cursor 2"))
        let lines = transcript.output.split(separator: "\n").dropLast()
        for line in lines { #expect(line.displayWidth <= width, "\(line)") }
        try Golden.expect(
            lines.joined(separator: "\n") + "\n", "visits.zh.\(width).txt")
    }

    @Test(arguments: [40, 80]) func onesOwnPairingsAreShown(width: Int) async throws {
        let pairings = [
            PairingAnswer(
                officer: Samples.li, enterprise: Samples.enterprise, project: nil, chain: nil,
                level: 0, isChief: true, from: "2026-01-01", until: nil),
            PairingAnswer(
                officer: Samples.li, enterprise: nil, project: nil, chain: "新能源汽车", level: 2,
                isChief: false, from: nil, until: "2026-12-31"),
        ]
        let transcript = Transcript(width: width)
        let received = try await run(
            ["/v1/pairings": try Samples.ok(Page(items: pairings, next: nil))], transcript,
            try PairingCommand.parse([]))
        #expect(received.last?.uri == "/v1/pairings?officer=li")
        try fits(transcript, width, "pairings")
    }

    @Test func anAbsenceIsSentInWordsAndShownInDates() async throws {
        let noted = AbsenceBody(from: "明天", until: "下周五", deputy: "张三")
        let absence = AbsenceAnswer(
            officer: Samples.li, from: "2026-10-16", until: "2026-10-23", deputy: Samples.zhang,
            reason: nil, endedAt: nil)
        var received: [ScriptedServer.Received] = []
        let transcript = Transcript()
        try await ScriptedServer.run([
            try Samples.ok(AbsenceNoted(noted), status: 201),
            try Samples.ok(Page(items: [absence], next: nil)),
        ]) { address, server in
            try await AbsenceCommand.parse([
                "--from", "明天", "--until", "下周五", "--deputy", "张三",
            ]).perform(at: try transcript.session(address))
            received = server.received
        }
        #expect(received.map(\.method) == ["POST", "GET"])
        #expect(received.first?.headers["idempotency-key"] != nil)
        #expect(transcript.output.contains("2026-10-16") && !transcript.output.contains("明天"))
    }

    @Test func theFormerNameOfAbsenceIsUnderstood() throws {
        let command = try StaffTool.parseAsRoot(["away", "--end", "10月9日"])
        #expect((command as? AbsenceCommand)?.end == "10月9日")
        let tree = try CommandTree.of(StaffTool.self)
        #expect(tree.found(by: ["away"]).path == ["zhuqi", "absence"])
    }

    private static let subscription = SubscriptionAnswer(
        id: "7", owner: Samples.li, channel: "webhook", url: "https://hooks.example.com/zhuqi",
        scope: "told", pace: "each", quiet: true, language: "zh", actions: ["dispatch"],
        isActive: true, createdAt: Samples.now, endedAt: nil, endReason: nil, secret: nil,
        pause: .init(
            at: Samples.now, failingSince: nil,
            reason: LabelAnswer(zh: "接收端持续投递失败，已暂停；恢复后可补发。", en: "It failed.")))

    @Test(arguments: [40, 80]) func subscriptionsAreListedWithTheMail(width: Int) async throws {
        let transcript = Transcript(width: width)
        _ = try await run(
            [
                "/v1/subscriptions": try Samples.ok(Page(items: [Self.subscription], next: nil)),
                "/v1/preferences": try Samples.ok(
                    PreferenceAnswer(
                        mail: "digest", quiet: false, language: "zh", address: "li***@example.com")),
            ], transcript, try ListSubscriptions.parse([]))
        try fits(transcript, width, "subscriptions")
    }

    @Test func aSecretIsShownInTheAnswerThatMadeIt() async throws {
        let made = SubscriptionAnswer(
            id: "7", owner: nil, channel: "webhook", url: "https://a.example", scope: "told",
            pace: "digest", quiet: false, language: "zh", actions: nil, isActive: true,
            createdAt: Samples.now, endedAt: nil, endReason: nil, secret: "whsec_x")
        let transcript = Transcript()
        let received = try await run(
            ["/v1/subscriptions": try Samples.ok(made, status: 201)], transcript,
            try AddSubscription.parse(["https://a.example", "--pace", "每日", "--action", "交办，督办"]))
        let sent = try JSONText.decode(
            SubscriptionBody.self, from: Array(try #require(received.last).body.utf8))
        #expect(sent.pace == "digest" && sent.actions == ["交办", "督办"] && sent.scope == nil)
        #expect(transcript.output.contains("签名密钥（只显示这一次，请当场保存）：whsec_x\n"))
        #expect(throws: StaffError.self) {
            _ = try NoticeChoice.name(of: "每年", among: NoticeChoice.webhookPaces)
        }
    }

    @Test func aWebhookIsEndedAndMailChanged() async throws {
        let transcript = Transcript()
        let ended = try await run(
            ["/v1/subscriptions/7": .response(status: 204, body: "")], transcript,
            try DeleteSubscription.parse(["7"]))
        #expect(ended.map(\.method) == ["DELETE"])
        #expect(transcript.output == "已停用推送地址 7。\n")
        let mail = try await run(
            [
                "/v1/preferences": try Samples.ok(
                    PreferenceAnswer(mail: "none", quiet: true, language: "zh", address: nil))
            ], transcript, try MailPreference.parse(["不发", "--quiet"]))
        #expect(mail.map(\.method) == ["PUT"])
        #expect(mail.first?.body == #"{"mail":"none","quiet":true}"#)
    }

    @Test(arguments: [40, 80]) func whatIsFoundIsListed(width: Int) async throws {
        let issues = [
            Samples.issue(level: 2),
            Samples.issue(number: "ZQ2025-000007-1", title: "申请缓缴", isOpen: false),
        ]
        let transcript = Transcript(width: width)
        let received = try await run(
            ["/v1/issues": try Samples.ok(Page(items: issues, next: nil))], transcript,
            try SearchCommand.parse(["贷款", "到期"]))
        #expect(received.last?.uri.hasPrefix("/v1/issues?queue=all&q=") == true)
        try fits(transcript, width, "search")
    }

    @Test(arguments: [
        ("47-1", "ZQ2026-000047-1"), ("47-", "ZQ2026-000047-"), ("zq2025-47-1", "ZQ2025-000047-1"),
        ("ZQ2026-0000", "ZQ2026-0000"), ("４７-1", "ZQ2026-000047-1"),
    ])
    func aNumberIsFoundByItsBeginning(typed: String, asked: String) async throws {
        let nothing = try Samples.ok(Page<IssueAnswer>(items: [], next: nil))
        let received = try await run(
            ["/v1/issues": nothing], Transcript(), try SearchCommand.parse([typed]))
        #expect(received.last?.uri == "/v1/issues?queue=all&q=\(asked)")
    }

    @Test(arguments: ["47", "5G-网络", "a-1", "钢"]) func otherWordsAreWords(typed: String) {
        #expect(TypedNumberStart(typed) == nil)
    }

    private static func draft(_ number: String) -> DutyAnswer {
        DutyAnswer(
            issue: number, version: 2, title: "特种钢材断供", about: Samples.enterprise.name, class: "C",
            stateLabel: LabelAnswer(zh: "草稿", en: "Draft"), level: 0, card: nil,
            actions: [.init(action: "submit", label: LabelAnswer(zh: "提交", en: "Submit"))],
            clock: nil, part: .owes, owedBy: [], since: Samples.now, dueAt: nil, signal: nil,
            isOverdue: nil, remainder: nil, isPaused: false, isBlocked: false)
    }

    private func drafts() throws -> [String: ScriptedServer.Answer] {
        var returned = Samples.event(
            2, "2026-10-14T16:20:00+08:00", "requestCompletion",
            LabelAnswer(zh: "退回补正", en: "Request completion"),
            from: ("submitted", nil), to: ("draft", LabelAnswer(zh: "草稿", en: "Draft")),
            by: Samples.zhang, role: "districtOffice", fields: ["missing": .text("请补充缺口数量与规格。")])
        returned.fieldLabels = ["missing": LabelAnswer(zh: "需补正内容", en: "What is missing")]
        return [
            "/v1/duties": try Samples.ok(Page(items: [Self.draft("ZQ2026-000123-1")], next: nil)),
            "/v1/issues/ZQ2026-000123-1/events": try Samples.ok(
                Page(items: [Samples.talk[0], returned], next: nil)),
        ]
    }

    @Test(arguments: [40, 80]) func draftsAreListedWithWhyTheyCameBack(width: Int) async throws {
        let transcript = Transcript(width: width)
        let received = try await run(try drafts(), transcript, try ListDrafts.parse([]))
        #expect(received.map(\.uri).contains("/v1/duties?queue=mine&state=draft&limit=200"))
        #expect(transcript.output.contains("请补充缺口数量与规格。"))
        try fits(transcript, width, "drafts")
    }

    @Test func aDraftIsSubmittedByTheActionThatIsOwed() async throws {
        let actions = ActionsAnswer(
            version: 2, state: "draft",
            items: [
                .init(
                    action: "submit", label: LabelAnswer(zh: "提交", en: "Submit"),
                    isAllowed: true, refusedBy: nil, reason: nil,
                    fields: [
                        .init(
                            name: "description", label: LabelAnswer(zh: "诉求内容", en: "Description"),
                            form: "text", isRequired: false, choices: nil)
                    ])
            ])
        let done = ActionAnswer(event: Samples.acknowledge, issue: Samples.issue())
        var answers = try drafts()
        answers["/v1/issues/ZQ2026-000123-1/previews"] = try Samples.ok(done)
        let received = try await run(
            answers.merging(["/v1/issues/ZQ2026-000123-1/actions": try Samples.ok(actions)]) { $1 },
            Transcript(),
            try SendDraft.parse(["123-1", "--field", "诉求内容=更多", "--dry-run"]))
        let body = try JSONText.decode(
            ActionBody.self, from: Array(try #require(received.last).body.utf8))
        #expect(body.action == "submit" && body.fields == ["description": .text("更多")])
        await #expect(throws: StaffError.self) {
            _ = try await run(answers, Transcript(), try SendDraft.parse(["124-1"]))
        }
    }
}
