import APIModel
import Languages
import Workflow

/// Fixed values of the API's types, as the tests need them.
enum Samples {
    static let finance = UnitAnswer(code: "JR01", name: "市金融局")
    static let treasury = UnitAnswer(code: "CZ01", name: "市财政局")
    static let industry = UnitAnswer(code: "GX01", name: "市工信局")
    static let office = UnitAnswer(code: "HDB-410105", name: "金水区活动办")
    static let zhang = PersonAnswer(login: "zhang", name: "张三")
    static let li = PersonAnswer(login: "li", name: "李四")

    static func clock(
        _ number: Int, _ kind: String, _ label: LabelAnswer, limit: String = "7wd",
        party: UnitAnswer? = finance, status: String = "running",
        startedAt: String = "2026-10-09T09:00:00+08:00",
        dueAt: String = "2026-10-20T17:30:00+08:00", endedAt: String? = nil,
        signal: String? = nil, remaining: Remainder? = nil, isOverdue: Bool = false
    ) -> ClockAnswer {
        var clock = ClockAnswer(
            number: number, kind: kind, label: label, cycle: 1, party: party, limit: limit,
            status: status, statusLabel: statusLabel(status), startedAt: startedAt,
            originalDueAt: dueAt, dueAt: dueAt, isProvisional: false, endedAt: endedAt,
            breachedAt: nil, signal: signal,
            remainingWorkingSeconds: nil)
        clock.remainder = remaining
        clock.isOverdue = remaining.map { _ in isOverdue }
        return clock
    }

    static func statusLabel(_ status: String) -> LabelAnswer {
        status == "met"
            ? LabelAnswer(zh: "按时", en: "met") : LabelAnswer(zh: status, en: status)
    }

    /// As the server words it.
    static func roleLabel(_ role: String) -> LabelAnswer {
        let label = Right.Role(rawValue: role)?.label
        return LabelAnswer(zh: label?.zh ?? role, en: label?.en ?? role)
    }

    static func grant(_ role: String) -> PrincipalAnswer.Grant {
        PrincipalAnswer.Grant(role: role, roleLabel: roleLabel(role), unit: finance)
    }

    static let yellowCard = LabelAnswer(zh: "黄牌", en: "yellow card")

    static let resolveLabel = LabelAnswer(zh: "办结", en: "resolve")

    /// Some working days left, or over where there are less than none.
    static func resolve(_ signal: String, _ days: Int64) -> ClockAnswer {
        var resolve = clock(
            3, "resolve", resolveLabel, signal: signal,
            remaining: Remainder(unit: .workingDays, count: abs(days)), isOverdue: days < 0)
        resolve.isResolution = true
        return resolve
    }

    static let objection: ClockAnswer = {
        var clock = Samples.clock(
            5, "objection", LabelAnswer(zh: "退单申请", en: "objection"), limit: "1wd",
            dueAt: "2026-10-10T17:30:00+08:00",
            remaining: Remainder(unit: .workingDays, count: 1))
        clock.isRight = true
        return clock
    }()

    static func issue(
        number: String = "ZQ2026-000123-1", class issueClass: String = "B",
        state: (name: String, label: LabelAnswer) = (
            "inHandling", LabelAnswer(zh: "办理中", en: "In handling")
        ),
        title: String = "流动资金贷款 500 万元到期，银行要求先还后贷",
        lead: UnitAnswer? = finance, level: Int = 0, card: String? = nil,
        signal: String? = "amber", dueAt: String? = "2026-10-20T17:30:00+08:00",
        isOpen: Bool = true, attributes: [String: JSONValue] = attributes,
        clocks: [ClockAnswer] = [resolve("amber", 3)]
    ) -> IssueAnswer {
        var issue = IssueAnswer(
            id: "4711", number: number, caseId: "123", workflow: "enterprise-assistance",
            workflowVersion: 1, version: 7, state: state.name, stateLabel: state.label,
            isOpen: isOpen, class: issueClass, category: "FIN", division: "410105", title: title,
            description: description, enterprise: enterprise,
            contact: .init(name: "王五", phone: "138****1234"), confidential: false,
            leadUnit: lead, supportingUnits: [treasury, industry], office: office, handler: zhang,
            filer: li, level: level, card: card, signal: signal, dueAt: dueAt,
            originalDueAt: "2026-10-16T17:30:00+08:00", attributes: attributes, clocks: clocks,
            createdAt: "2026-10-08T15:00:00+08:00", updatedAt: "2026-10-09T10:00:00+08:00",
            proposal: nil)
        issue.cardLabel = card.map { _ in yellowCard }
        issue.valueLabels = ["result": LabelAnswer(zh: "部分解决", en: "partly solved")]
        return issue
    }

    static let enterprise = EnterpriseAnswer(
        creditCode: "91410100MA0000011Y", name: "郑州示例机械有限公司", division: "410105",
        tags: ["规上", "专精特新"])

    static let description = """
        企业 2025 年在某银行贷款 500 万元，11 月到期。银行要求先归还本金再续贷，企业订单充足但应收账款\
        集中在年底，短期周转困难。希望协调无还本续贷，或者由政府的应急转贷资金支持。
        Contact prefers e-mail; invoices and the order book are attached as evidence to the filing.
        """

    static let attributes: [String: JSONValue] = [
        "result": .text("partly"), "count.dispatches": .integer(1),
        "reply": .text("已协调两家银行与企业对接，其中一家同意无还本续贷 300 万元，其余 200 万元由应急转贷资金支持，预计 10 月底到位。"),
        "minutes": .text("10月12日与两家银行会商"),
    ]

    static let sheetClocks: [ClockAnswer] = [
        clock(
            1, "acknowledge", LabelAnswer(zh: "签收", en: "acknowledge"), limit: "4h",
            status: "met", dueAt: "2026-10-09T14:30:00+08:00",
            endedAt: "2026-10-09T10:00:00+08:00"),
        resolve("amber", 3),
        clock(
            4, "support", LabelAnswer(zh: "协办意见", en: "supporting opinion"), limit: "3wd",
            party: treasury, dueAt: "2026-10-14T17:30:00+08:00", signal: "red",
            remaining: Remainder(unit: .workingDays, count: 1), isOverdue: true),
        objection,
    ]
}
