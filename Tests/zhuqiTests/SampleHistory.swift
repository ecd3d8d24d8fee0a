import APIModel

extension Samples {
    static func event(
        _ sequence: Int, _ at: String, _ action: String, _ label: LabelAnswer,
        from: (String, LabelAnswer?) = ("inHandling", LabelAnswer(zh: "办理中", en: "In handling")),
        to: (String, LabelAnswer?) = ("inHandling", LabelAnswer(zh: "办理中", en: "In handling")),
        by: PersonAnswer? = nil, role: String = "system", comment: String? = nil,
        fields: [String: JSONValue] = [:], changes: [String: JSONValue] = [:],
        clocks: [ClockAnswer] = []
    ) -> EventAnswer {
        EventAnswer(
            sequence: sequence, at: at, action: action, actionLabel: label, from: from.0,
            to: to.0, fromLabel: from.1, toLabel: to.1, by: by, role: role,
            roleLabel: roleLabel(role), comment: comment, fields: fields, changes: changes,
            clocks: clocks, digest: "00")
    }

    static let dispatched = ("dispatched", LabelAnswer(zh: "已交办", en: "Dispatched"))

    static let dispatch = event(
        3, "2026-10-09T09:00:00+08:00", "dispatch", LabelAnswer(zh: "交办", en: "Dispatch"),
        from: ("accepted", LabelAnswer(zh: "已受理", en: "Accepted")), to: dispatched, by: li,
        role: "districtOffice", comment: "请于本周内首次联系企业",
        fields: ["leadUnit": .text("JR01"), "supportingUnits": .list([.text("CZ01")])],
        changes: ["leadUnit": .object(["code": .text("JR01"), "name": .text("市金融局")])],
        clocks: [
            clock(
                1, "acknowledge", LabelAnswer(zh: "签收", en: "acknowledge"), limit: "4h",
                dueAt: "2026-10-09T14:30:00+08:00"),
            clock(3, "resolve", resolveLabel),
        ])

    static let acknowledge = event(
        4, "2026-10-09T10:00:00+08:00", "acknowledge",
        LabelAnswer(zh: "签收", en: "Acknowledge"), from: dispatched, by: zhang, role: "handler",
        clocks: [
            clock(
                1, "acknowledge", LabelAnswer(zh: "签收", en: "acknowledge"), limit: "4h",
                status: "met", endedAt: "2026-10-09T10:00:00+08:00")
        ])

    static let history: [EventAnswer] = [
        event(
            1, "2026-10-08T15:00:00+08:00", "file", LabelAnswer(zh: "登记", en: "File"),
            from: ("unborn", nil), to: ("submitted", nil), by: li, role: "serviceOfficer"),
        dispatch, acknowledge,
        event(
            5, "2026-10-12T16:20:00+08:00", "grantExtension",
            LabelAnswer(zh: "同意延期", en: "Grant extension"), by: li, role: "districtOffice",
            fields: [
                "plan": .list([
                    .object(["on": .text("2026-10-15"), "what": .text("银企对接会")]),
                    .object(["on": .text("2026-10-26"), "what": .text("放款")]),
                ])
            ],
            clocks: [
                clock(3, "resolve", resolveLabel, dueAt: "2026-10-27T17:30:00+08:00")
            ]),
        giveCard,
    ]

    private static let giveCard: EventAnswer = {
        var event = Samples.event(
            6, "2026-10-30T17:30:00+08:00", "giveCard",
            LabelAnswer(zh: "超期黄牌", en: "Overdue: yellow card"),
            changes: ["card": .text("yellow"), "level": .integer(2)])
        event.valueLabels = ["card": yellowCard]
        return event
    }()

    static let actions = ActionsAnswer(
        version: 7, state: "inHandling",
        items: [
            .init(
                action: "reportProgress", label: LabelAnswer(zh: "阶段反馈", en: "Report progress"),
                isAllowed: true, refusedBy: nil, reason: nil,
                fields: [field("progress", "进展", "text")]),
            .init(
                action: "reportResolved", label: LabelAnswer(zh: "申请办结", en: "Report resolved"),
                isAllowed: true, refusedBy: nil, reason: nil,
                fields: [
                    result, field("reply", "答复", "text"), field("evidence", "佐证", "evidence"),
                ]),
            .init(
                action: "note", label: LabelAnswer(zh: "备注", en: "Note"), isAllowed: true,
                refusedBy: nil, reason: nil, fields: []),
            .init(
                action: "sendBack", label: LabelAnswer(zh: "退单", en: "Send back"),
                isAllowed: false, refusedBy: "withinWorkingDays(1)", reason: "交办已超过 1 个工作日",
                fields: [field("reason", "理由", "text")]),
        ], number: "ZQ2026-000123-1", title: "流动资金贷款")

    private static let result = ActionsAnswer.Field(
        name: "result", label: LabelAnswer(zh: "结果", en: "result"), form: "choice",
        isRequired: true, choices: ["solved", "partly", "explained", "cannot"],
        choiceLabels: [
            "solved": LabelAnswer(zh: "已解决", en: "Solved"),
            "partly": LabelAnswer(zh: "部分解决", en: "Partly solved"),
            "explained": LabelAnswer(zh: "解释说明", en: "Explained"),
            "cannot": LabelAnswer(zh: "暂无法解决", en: "Cannot be solved"),
        ])

    static func field(
        _ name: String, _ zh: String, _ form: String, _ choices: [String]? = nil,
        isRequired: Bool = true
    ) -> ActionsAnswer.Field {
        .init(
            name: name, label: LabelAnswer(zh: zh, en: name), form: form, isRequired: isRequired,
            choices: choices)
    }
}
