import APIModel
import Languages
import Testing

@testable import zhuqi

@Suite("What was said on an issue") struct ConversationTests {
    private func lines(_ events: [EventAnswer], width: Int? = nil) -> [String] {
        Conversation(
            events: events, now: Samples.now, language: .zh,
            layout: TextLayout(canvas: Canvas(width: width, hasColour: false))
        ).lines
    }

    @Test("stands below who said it, as what, when and by which step, its lines kept")
    func said() {
        #expect(
            lines([Samples.unmet]) == [
                "办理往来", "李四  金水区活动办 区县活动办  昨16:20  审核退回  → 办理中", "  第二名博士子女尚未落实",
                "  请补充学校接收函",
            ])
        #expect(
            Array(lines([Samples.unmet], width: 40)[1...2]) == [
                "李四  金水区活动办 区县活动办  昨16:20", "  审核退回  → 办理中",
            ])
    }

    @Test("by an enterprise, with what it chose")
    func enterprise() {
        #expect(
            lines([Samples.evaluation]).dropFirst() == [
                "企业  昨10:00  满意度评价", "  贷款仍未到账，利息照付。", "  评价：不满意",
            ])
    }

    @Test("with its evidence, and no whole digest")
    func evidence() {
        #expect(
            lines([Samples.opinion]).suffix(3) == [
                "  佐证材料：", "    会议纪要：10月11日会商", "    扫描件：文件，摘要 01234567…",
            ])
    }

    @Test("is parted from what happened without words, of which alarms are one line")
    func moved() {
        let rang = Array(Samples.talk[5...7])
        #expect(
            lines([Samples.acknowledge] + rang + [Samples.evaluation]).dropFirst() == [
                "· 10月9日 10:00  签收  → 办理中  张三",
                "· 10月12日–10月13日  系统  临期预警、到期未办结、超期提级（给予黄牌；提级至2级）", "",
                "企业  昨10:00  满意度评价", "  贷款仍未到账，利息照付。", "  评价：不满意",
            ])
    }

    @Test("leaves out the filing, which is what was asked")
    func filing() {
        #expect(lines([Samples.talk[0]]).isEmpty)
        #expect(lines([Samples.talk[0], Samples.talk[1]]).count == 2)
    }

    @Test("names units and deputies")
    func names() {
        let text = lines(Samples.talk).joined(separator: "\n")
        #expect(text.contains("交办（主办单位：市金融局；协办单位：市财政局、市工信局）"))
        #expect(text.contains("张三（代李四）  市金融局 承办人"))
    }

    @Test("gives quantities with their measure")
    func typed() {
        var event = Samples.event(
            9, "2026-10-14T10:00:00+08:00", "amend", LabelAnswer(zh: "更正", en: "Amend"),
            by: Samples.li, role: "serviceOfficer",
            fields: ["needs": .object(["loan": .integer(5_000_000)]), "reason": .text("金额有误")])
        event.fieldLabels = [
            "needs": LabelAnswer(zh: "需求要素", en: "Needs"),
            "reason": LabelAnswer(zh: "理由", en: "Reason"),
        ]
        event.typed = [
            "needs": [
                TypedValue(
                    name: "loan", label: LabelAnswer(zh: "资金缺口", en: "Loan"),
                    value: .integer(5_000_000), quantity: LabelAnswer(zh: "元", en: "yuan"))
            ]
        ]
        #expect(lines([event]).suffix(2) == ["  金额有误", "  需求要素：资金缺口 5000000 元"])
        #expect(
            EventDetails(event: event, language: .zh).lines == ["需求要素：资金缺口 5000000 元；理由：金额有误"])
    }
}
