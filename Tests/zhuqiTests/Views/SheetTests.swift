import APIModel
import Client
import Languages
import Testing

@testable import zhuqi

@Suite struct SheetTests {
    private let page = Canvas(width: 100, hasColour: false)

    private var queue: [IssueAnswer] {
        [
            Samples.issue(),
            Samples.issue(
                number: "ZQ2026-000009-2", class: "A", title: "Café e\u{301} 👍 出口退税 refund delayed",
                lead: nil, level: 2, card: "yellow", signal: "red",
                clocks: [Samples.resolve("red", -1)]),
            Samples.issue(
                number: "ZQ2026-000200-1", class: "C", title: "用工", signal: nil, dueAt: nil,
                clocks: []),
        ]
    }

    @Test(arguments: Language.allCases) func queue(language: Language) throws {
        let query = IssueQuery(queue: .unit, state: "inHandling", text: "a b", limit: 3)
        let table = QueueTable(issues: queue, query: query, next: "c=1", language: language)
        let name = "queue.\(language).txt"
        try Golden.expect(lines: table.lines(on: Canvas(width: 120, hasColour: false)), name)
    }

    @Test func queueInColour() throws {
        let table = QueueTable(
            issues: queue, query: IssueQuery(queue: .mine), next: nil, language: .zh)
        try Golden.expect(
            lines: table.lines(on: Canvas(width: 100, hasColour: true)), "queue.colour.txt")
    }

    @Test func anEmptyQueueSaysSo() {
        let empty = QueueTable(
            issues: [], query: IssueQuery(queue: .mine), next: nil, language: .zh)
        #expect(empty.lines(on: page) == ["我的队列是空的：没有待办的问题。"])
        let filtered = QueueTable(
            issues: [], query: IssueQuery(queue: .all, class: "A"), next: nil, language: .en)
        #expect(
            filtered.lines(on: page) == ["Nothing in the list of all issues fits these filters."])
    }

    @Test func whoStandsAboveHasNoTimes() {
        func level(
            _ number: Int, _ label: LabelAnswer, _ holders: [OfficersAnswer.Holder],
            reachedAt: String? = nil
        ) -> OfficersAnswer.Level {
            OfficersAnswer.Level(
                level: number, label: label, holders: holders, reachedAt: reachedAt, named: nil,
                dueAt: nil)
        }
        let holder = OfficersAnswer.Holder(
            person: PersonAnswer(login: "b", name: "乙"),
            insteadOf: [PersonAnswer(login: "a", name: "甲")], by: "unit", why: "本单位的岗位",
            since: nil)
        let head = LabelAnswer(zh: "负责人", en: "Head")
        let leader = LabelAnswer(zh: "分管领导", en: "Leader")
        let sheet = LineSheet(language: .zh, canvas: page)
        #expect(
            sheet.lines("示例", [level(1, head, [holder]), level(2, leader, [])]) == [
                "示例", "层级           责任人          起  依据",
                "  1  负责人    乙（代甲）      —   本单位的岗位", "  2  分管领导  无人，转下一级",
            ])
        let climbed = sheet.lines(
            "示例", [level(1, head, [holder], reachedAt: "2026-10-22T17:30:00+08:00")], reached: 1)
        #expect(climbed.last?.hasSuffix("2026-10-22 17:30") == true)
        #expect(climbed.last?.hasPrefix("▸ 1") == true)
    }

    @Test(arguments: Language.allCases) func explain(language: Language) throws {
        let sheet = ExplanationSheet(
            explanation: Samples.explanation, language: language, canvas: page)
        try Golden.expect(lines: sheet.lines, "explain.\(language).txt")
    }

    @Test func aRevisedCalendarIsToldByTheDeadlinesThatItMoved() {
        var event = Samples.event(
            7, "2026-11-20T09:00:00+08:00", "adoptCalendar",
            LabelAnswer(zh: "启用新版工作日历", en: "Adopt a revised calendar"),
            clocks: [
                Samples.clock(3, "resolve", Samples.resolveLabel),
                Samples.clock(4, "support", LabelAnswer(zh: "协办意见", en: "opinion")),
            ])
        let old = "2026-10-19T17:30:00+08:00"
        event.adoption = .init(
            calendar: "cn@2", moved: [.init(clock: 3, from: old, inPlaceOf: nil)])
        #expect(
            ClockChanges(event: event, language: .en).phrases == [
                "resolve was due 2026-10-19 17:30, is now due 2026-10-20 17:30",
                "1 clock goes by cn@2, due as before",
            ])
        event.adoption = .init(calendar: "cn@2", moved: [.init(clock: 3, from: old, inPlaceOf: 1)])
        #expect(
            ClockChanges(event: event, language: .zh).phrases.first
                == "办结到期由 2026-10-19 17:30 改为 2026-10-20 17:30，原超期不再计")
    }

    @Test(
        arguments: [
            ("7wd", "7 个工作日", "7 working days"), ("4h", "工作时间 4 小时", "4 hours of working time"),
            ("90min", "工作时间 1 小时 30 分钟", "1 hour 30 minutes of working time"),
            ("24ch", "自然时间 24 小时", "24 hours by the clock"), ("1mo", "1 个月", "1 month"),
            ("10d", "10 天", "10 days"), ("?", "?", "?"),
        ])
    func limitsAreSaidInWords(limit: String, zh: String, en: String) {
        #expect(LimitText(limit: limit, language: .zh).text == zh)
        #expect(LimitText(limit: limit, language: .en).text == en)
    }

    @Test func theReceiptNamesWhatIsOwedBeforeWhatMayBeDone() {
        let clocks = [Samples.objection, Samples.resolve("green", 7)]
        let lines = { (event: EventAnswer) in
            ActionReceipt(
                answer: ActionAnswer(event: event, issue: Samples.issue(clocks: clocks)),
                language: .zh
            ).lines.suffix(2)
        }
        #expect(
            lines(Samples.acknowledge) == [
                "接下来：市金融局 须在 2026-10-20 17:30 前完成“办结”。",
                "另：市金融局 可在 2026-10-10 17:30 前提出“退单申请”。",
            ])
        let late = Samples.event(
            9, "2026-10-20T18:00:00+08:00", "note", LabelAnswer(zh: "备注", en: "Note"))
        #expect(lines(late).last == "接下来：市金融局 的“办结”，已超期（2026-10-20 17:30 到期）。")
    }

    @Test func whatRunsForNoUnitRunsForTheEnterprise() {
        let clock = Samples.clock(
            6, "evaluate", LabelAnswer(zh: "满意度评价", en: "Evaluation"), limit: "5wd", party: nil)
        let receipt = ActionReceipt(
            answer: ActionAnswer(event: Samples.acknowledge, issue: Samples.issue(clocks: [clock])),
            language: .zh)
        #expect(receipt.lines.last == "接下来：企业 须在 2026-10-20 17:30 前完成“满意度评价”。")
    }

    @Test func aFieldIsCalledAsItsActionCallsIt() {
        var event = Samples.event(
            9, "2026-10-20T18:00:00+08:00", "supervise", LabelAnswer(zh: "督办", en: "Supervise"),
            fields: ["dueOn": .text("2026-11-02")])
        event.fieldLabels = ["dueOn": LabelAnswer(zh: "督办期限", en: "Due on")]
        #expect(EventDetails(event: event, language: .zh).lines == ["督办期限：2026-11-02"])
    }

    @Test func aValueIsCalledAsTheServerCallsIt() {
        var event = Samples.event(
            9, "2026-10-20T18:00:00+08:00", "evaluate", LabelAnswer(zh: "满意度评价", en: "Evaluate"),
            fields: ["again": .text("pass")],
            changes: ["evaluation": .text("pass"), "reply": .text("pass")])
        event.valueLabels = ["evaluation": LabelAnswer(zh: "尚可", en: "Fair")]
        #expect(
            EventDetails(event: event, language: .zh).lines == ["again：pass", "评价：尚可；答复：pass"])
    }

    @Test(arguments: Language.allCases) func history(language: Language) throws {
        let sheet = HistorySheet(
            issue: "ZQ2026-000123-1", events: Samples.history, language: language, canvas: page)
        try Golden.expect(lines: sheet.lines, "history.\(language).txt")
    }

    @Test(arguments: Language.allCases) func receipt(language: Language) throws {
        let receipt = ActionReceipt(
            answer: ActionAnswer(event: Samples.acknowledge, issue: Samples.issue()),
            language: language)
        try Golden.expect(lines: receipt.lines, "do.\(language).txt")
    }

    @Test func theReceiptOfASplitNamesTheNewIssues() {
        let new = ["1", "2"].map { (place: String) in
            ActionAnswer.NewIssue(
                id: place, number: "ZQ2026-000123-1.\(place)", category: "FIN", title: "第\(place)件")
        }
        let lines = { (language: Language) in
            ActionReceipt(
                answer: ActionAnswer(
                    event: Samples.acknowledge, issue: Samples.issue(), newIssues: new),
                language: language
            ).lines
        }
        #expect(lines(.zh).contains("  新问题：ZQ2026-000123-1.1  第1件"))
        #expect(lines(.zh).contains("  新问题：ZQ2026-000123-1.2  第2件"))
        #expect(lines(.en).contains("  New issue: ZQ2026-000123-1.2  第2件"))
    }

    @Test func receiptOfTheLastActionSaysThatItIsOver() {
        let answer = ActionAnswer(
            event: Samples.acknowledge, issue: Samples.issue(isOpen: false, clocks: []))
        #expect(ActionReceipt(answer: answer, language: .zh).lines.last == "问题已终结，无需再办。")
    }

    @Test func login() throws {
        let card = PrincipalCard(
            principal: PrincipalAnswer(
                login: "zhang", name: "张三",
                grants: [Samples.grant("handler")]),
            server: "http://127.0.0.1:8080", language: .zh)
        try Golden.expect(lines: card.lines, "login.zh.txt")
    }

    @Test func staleNoticeShowsOnlyWhatWasMissed() {
        let notice = StaleNotice(
            issue: "ZQ2026-000123-1", events: Samples.history, version: 5, language: .zh,
            canvas: page)
        #expect(notice.lines.contains { $0.contains("超期黄牌") })
        #expect(!notice.lines.contains { $0.contains("交办") })
    }
}
