import APIModel
import Languages
import Testing

@testable import zhuqi

@Suite("What is owed on an issue, and what else may be done") struct IssueDutiesTests {
    private func item(
        _ action: String, _ zh: String, _ course: ActionsAnswer.Course?, allowed: Bool = true,
        reason: String? = nil, _ fields: [ActionsAnswer.Field] = []
    ) -> ActionsAnswer.Item {
        ActionsAnswer.Item(
            action: action, label: LabelAnswer(zh: zh, en: action), isAllowed: allowed,
            refusedBy: reason.map { _ in "guard" }, reason: reason, fields: fields, course: course)
    }

    private func duties(
        _ duties: [DutyAnswer], _ items: [ActionsAnswer.Item], _ language: Language = .zh,
        width: Int? = nil
    ) -> IssueDuties {
        IssueDuties(
            duties: duties, actions: ActionsAnswer(version: 1, state: "s", items: items),
            number: "47-1", now: Samples.now, language: language,
            layout: TextLayout(canvas: Canvas(width: width, hasColour: false)))
    }

    private var report: ActionsAnswer.Item {
        item(
            "reportProgress", "阶段反馈", .aside,
            [
                Samples.field("text", "内容", "text"),
                Samples.field("nextReportOn", "下次反馈日期", "date", isRequired: false),
                Samples.field("evidence", "佐证材料", "evidence", isRequired: false),
            ])
    }

    @Test("begins with one's own, and the commands for it")
    func own() {
        let owed = Samples.duty("阶段反馈", "Report", "reportProgress", part: .owes, by: "市金融局")
        let shown = duties([owed], [report])
        #expect(
            shown.own == [
                "要您办", "     阶段反馈  今17:30  剩 7小时30分",
                "    阶段反馈  zhuqi do 阶段反馈 47-1 --field 内容=…",
                "              可加  --field 下次反馈日期=…  --evidence …",
            ])
        #expect(shown.others.isEmpty && shown.rest.isEmpty)
        #expect(
            duties([owed], [report], .en).own[2]
                == "    reportProgress  zhuqi do reportProgress 47-1 --field text=…")
    }

    @Test("names what may be chosen, and what quantities are asked for")
    func hints() {
        let outcome = ActionsAnswer.Field(
            name: "outcome", label: LabelAnswer(zh: "落实成果", en: "Outcome"), form: "results",
            isRequired: true, choices: nil,
            values: [
                .init(
                    name: "supplied", label: LabelAnswer(zh: "落实原料", en: "Supplied"),
                    kind: "tonnes", quantity: LabelAnswer(zh: "吨", en: "t"), isRequired: true)
            ])
        let grade = ActionsAnswer.Field(
            name: "grade", label: LabelAnswer(zh: "办理质量", en: "Grade"), form: "choice",
            isRequired: true, choices: ["good", "pass"],
            choiceLabels: [
                "good": LabelAnswer(zh: "良好", en: "Good"),
                "pass": LabelAnswer(zh: "合格", en: "Pass"),
            ])
        let items = [item("approve", "审核", .onward, [outcome, grade])]
        #expect(
            duties([], items).rest.suffix(2) == [
                "        落实成果：落实原料=…（吨，必填）", "        办理质量：良好、合格",
            ])
        #expect(
            duties([], items, .en).rest.last?.hasSuffix("Grade: good (Good), pass (Pass)") == true)
    }

    @Test("breaks a command so that a shell takes it as one")
    func narrow() {
        let owed = Samples.duty("阶段反馈", "Report", "reportProgress", part: .owes, by: "市金融局")
        #expect(
            duties([owed], [report], width: 40).own == [
                "要您办", "     阶段反馈  今17:30  剩 7小时30分",
                "    阶段反馈  zhuqi do 阶段反馈 47-1 \\", "                --field 内容=…",
                "              可加", "                --field 下次反馈日期=…",
                "                --evidence …",
            ])
    }

    @Test("says why what one owes is not possible yet")
    func blocked() {
        let owed = Samples.duty(
            "拟办结", "Propose", "propose", part: .owes, by: "市金融局", blocked: true)
        let refused = item("propose", "拟办结", .onward, allowed: false, reason: "协办意见未到齐")
        #expect(
            duties([owed], [refused]).own.dropFirst() == [
                "  …  拟办结  今17:30  剩 7小时30分，等别人先办", "    协办意见未到齐",
            ])
    }

    @Test("names who owes the rest")
    func others() {
        let waits = [
            Samples.duty("反馈协办意见", "Opinion", "opinion", part: .waits, by: "市财政局"),
            Samples.duty("受理", "Accept", "accept", part: .within, by: "张三", due: nil),
        ]
        let shown = duties(waits, [])
        #expect(
            shown.others == [
                "等别人办", "     反馈协办意见  市财政局  今17:30  剩 7小时30分", "     受理          张三",
            ])
        #expect(shown.own.isEmpty)
        #expect(shown.rest == ["您现在没有可办的动作。"])
    }

    @Test("then has what leads on, what does not, what is a right, and other ends last")
    func order() {
        let items = [
            item("refer", "移交", .away), item("note", "备注", .aside),
            item("objection", "退单", .right), item("hidden", "不可", .onward, allowed: false),
            item("unknown", "未知", nil), item("consult", "会办", .onward),
        ]
        let labels = duties([], items).rest.dropFirst().map { $0.dropFirst(2).prefix(2) }
        #expect(labels == ["会办", "备注", "未知", "退单", "移交"])
    }

    @Test("types the identifier where two actions are called alike")
    func alike() {
        let items = [item("closeOne", "终结", .away), item("closeTwo", "终结", .away)]
        #expect(duties([], items).rest[1] == "  终结  zhuqi do closeOne 47-1")
    }
}
