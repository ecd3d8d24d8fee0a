import APIModel

/// An issue on which people said something.
extension Samples {
    /// The morning after the last word.
    static let now = "2026-10-15T09:00:00+08:00"

    static let talk: [EventAnswer] = [
        event(
            1, "2026-10-08T15:00:00+08:00", "file", LabelAnswer(zh: "提交诉求", en: "File"),
            from: ("unborn", nil), to: ("submitted", nil), by: li, role: "serviceOfficer",
            fields: ["title": .text("流动资金贷款 500 万元到期"), "description": .text(description)]),
        dispatch(naming: ["CZ01": "市财政局", "GX01": "市工信局"]), acknowledge, question, opinion,
        alarm(8, 12, "临期预警", "Warn"),
        alarm(9, 13, "到期未办结", "Breach"), escalation, evaluation, unmet,
    ]

    static let unmet: EventAnswer = {
        var event = Samples.event(
            12, "2026-10-14T16:20:00+08:00", "rejectResolution",
            LabelAnswer(zh: "审核退回", en: "Reject the resolution"),
            from: ("reportedResolved", LabelAnswer(zh: "待审核", en: "Reported resolved")), by: li,
            role: "districtOffice", fields: ["unmet": .text("第二名博士子女尚未落实\n请补充学校接收函")])
        event.fieldLabels = ["unmet": LabelAnswer(zh: "未达要求之处", en: "What is unmet")]
        event.byUnit = office
        return event
    }()

    static let evaluation: EventAnswer = {
        var event = Samples.event(
            11, "2026-10-14T10:00:00+08:00", "evaluate",
            LabelAnswer(zh: "满意度评价", en: "Evaluate"), role: "enterprise",
            fields: ["evaluation": .text("dissatisfied"), "reason": .text("贷款仍未到账，利息照付。")],
            changes: ["evaluation": .text("dissatisfied")])
        event.fieldLabels = [
            "evaluation": LabelAnswer(zh: "评价", en: "Evaluation"),
            "reason": LabelAnswer(zh: "理由", en: "Reason"),
        ]
        event.valueLabels = ["evaluation": LabelAnswer(zh: "不满意", en: "Dissatisfied")]
        return event
    }()

    static let opinion: EventAnswer = {
        var event = Samples.event(
            7, "2026-10-11T11:30:00+08:00", "giveOpinion",
            LabelAnswer(zh: "反馈协办意见", en: "Give an opinion"),
            by: PersonAnswer(login: "wang", name: "王二"), role: "handler",
            fields: [
                "opinion": .text("应急转贷资金可以支持 200 万元。\n请企业先提交两家银行的续贷意向。"),
                "evidence": .list([
                    .object(["kind": .text("会议纪要"), "text": .text("10月11日会商")]),
                    .object([
                        "kind": .text("扫描件"),
                        "sha256": .text(String(repeating: "0123456789abcdef", count: 4)),
                    ]),
                ]),
            ])
        event.fieldLabels = [
            "opinion": LabelAnswer(zh: "协办意见", en: "Opinion"),
            "evidence": LabelAnswer(zh: "佐证材料", en: "Evidence"),
        ]
        event.byUnit = treasury
        return event
    }()

    static let escalation: EventAnswer = {
        var event = alarm(10, 13, "超期提级", "Escalate")
        event = Samples.event(
            10, "2026-10-13T17:30:00+08:00", event.action, event.actionLabel,
            changes: ["card": .text("yellow"), "level": .integer(2)])
        event.valueLabels = ["card": yellowCard]
        return event
    }()

    private static func alarm(
        _ sequence: Int, _ day: Int, _ zh: String, _ en: String
    ) -> EventAnswer {
        event(
            sequence, "2026-10-\(day)T17:30:00+08:00", "alarm", LabelAnswer(zh: zh, en: en))
    }

    private static func dispatch(naming names: [String: String]) -> EventAnswer {
        var event = Samples.event(
            3, "2026-10-09T09:00:00+08:00", "dispatch", LabelAnswer(zh: "交办", en: "Dispatch"),
            from: ("accepted", LabelAnswer(zh: "已受理", en: "Accepted")), to: dispatched, by: li,
            role: "districtOffice",
            fields: [
                "leadUnit": .text("JR01"),
                "supportingUnits": .list([.text("CZ01"), .text("GX01")]),
            ])
        event.fieldLabels = [
            "leadUnit": LabelAnswer(zh: "主办单位", en: "Lead unit"),
            "supportingUnits": LabelAnswer(zh: "协办单位", en: "Supporting units"),
        ]
        event.valueLabels = ["leadUnit": LabelAnswer(zh: "市金融局", en: "Finance")]
        return event.naming(names)
    }

    private static let question: EventAnswer = {
        var event = Samples.event(
            6, "2026-10-10T09:30:00+08:00", "consult", LabelAnswer(zh: "会办", en: "Consult"),
            by: zhang, role: "handler",
            fields: [
                "supportingUnits": .list([.text("CZ01")]),
                "question": .text("应急转贷资金能否支持？"),
            ])
        event.fieldLabels = [
            "supportingUnits": LabelAnswer(zh: "协办单位", en: "Supporting units"),
            "question": LabelAnswer(zh: "征求事项", en: "Question"),
        ]
        event.byUnit = finance
        event.onBehalfOf = li
        return event.naming(["CZ01": "市财政局"])
    }()

    static func duty(
        _ zh: String, _ en: String, _ action: String, part: DutyAnswer.Part, by holder: String,
        due: String? = "2026-10-15T17:30:00+08:00", blocked: Bool = false
    ) -> DutyAnswer {
        let label = LabelAnswer(zh: zh, en: en)
        return DutyAnswer(
            issue: "ZQ2026-000123-1", version: 12, title: "流动资金贷款", about: nil, class: "B",
            stateLabel: LabelAnswer(zh: "办理中", en: "In handling"), level: 2, card: nil,
            actions: [.init(action: action, label: label)], clock: nil, part: part,
            owedBy: [LabelAnswer(zh: holder, en: holder)], since: now, dueAt: due, signal: nil,
            isOverdue: due.map { _ in false },
            remainder: due.map { _ in Remainder(unit: .workingSeconds, count: 27_000) },
            isPaused: false, isBlocked: blocked)
    }

    static let talkedOver: IssueAnswer = {
        var issue = Samples.issue(level: 2, card: "yellow", clocks: sheetClocks)
        issue.classLabel = LabelAnswer(zh: "跨部门", en: "Cross-department")
        issue.categoryLabel = LabelAnswer(zh: "融资", en: "Finance")
        issue.divisionLabel = LabelAnswer(zh: "金水区", en: "Jinshui District")
        issue.duties = [
            duty("申请办结", "Report resolved", "reportResolved", part: .owes, by: "市金融局"),
            duty(
                "反馈协办意见", "Give an opinion", "giveOpinion", part: .waits, by: "市工信局", due: nil),
        ]
        return issue
    }()
}

extension EventAnswer {
    /// The same with names of what it mentions.
    fileprivate func naming(_ names: [String: String]) -> EventAnswer {
        var event = EventAnswer(
            sequence: sequence, at: at, action: action, actionLabel: actionLabel, from: from,
            to: to, fromLabel: fromLabel, toLabel: toLabel, by: by, role: role,
            roleLabel: roleLabel, comment: comment, fields: fields, changes: changes,
            clocks: clocks, names: names, digest: digest)
        event.fieldLabels = fieldLabels
        event.valueLabels = valueLabels
        event.byUnit = byUnit
        event.onBehalfOf = onBehalfOf
        return event
    }
}
