import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

/// Words that are sent in place of identifiers, on Friday, 9 October 2026.
@Suite struct `Words in the values of an action` {
    private let world = DemoWorld.world

    private func understood(
        _ action: String, _ values: [String: FieldValue]
    ) throws -> WordReading.Understood {
        world.understood(
            values, ofAction: action, on: try Story.inHandling().issue,
            at: try instant("10-09 10:00"))
    }

    private func value(
        _ action: String, _ field: String, _ value: FieldValue
    ) throws -> FieldValue? {
        try understood(action, [field: value]).values[field]
    }

    @Test func `name fields by their labels, and are told of where they were sent`() throws {
        let understood = try understood(
            "requestExtension",
            [
                "延至": "下周五", "理 由": "等检修窗口", "until2": "x",
                "推进计划": .list([.object(["on": "明天", "what": "对接"])]),
            ])
        #expect(
            understood.values == [
                "until": "2026-10-16", "reason": "等检修窗口", "until2": "x",
                "plan": .list([.object(["on": "2026-10-10", "what": "对接"])]),
            ])
        #expect(understood.sentAt == ["until": "延至", "reason": "理 由", "plan": "推进计划"])
        let fault = FieldFault(field: "plan/0/on", .isRequired)
        #expect(fault.sent(at: understood.sentAt).field == "推进计划/0/on")
        #expect(FieldFault(field: "text", .isRequired).sent(at: understood.sentAt).field == "text")
    }

    @Test func `don't take the place of a value that is given under the name`() throws {
        let both: [String: FieldValue] = ["until": "2026-10-16", "延至": "明天"]
        #expect(try understood("requestExtension", both).values == both)
    }

    @Test(arguments: [
        ("approveResolution", "grade", "良好", "good"),
        ("approveResolution", "grade", "Ｇood", "good"),
        ("dispatch", "class", "一般", "C"), ("dispatch", "class", "ｃ", "C"),
        ("triage", "category", "融资", "FIN"), ("triage", "category", "拖欠账款", "ARR"),
        ("triage", "division", "金水区", "410105"), ("triage", "division", "金水", "410105"),
        ("dispatch", "leadUnit", "市财政局", "finance"),
        ("dispatch", "leadUnit", "郑州市财政局", "finance"),
        ("dispatch", "leadUnit", "财政局", "finance"),
        ("dispatch", "leadUnit", "工信局", "industry"),
        ("dispatch", "leadUnit", "Finance Bureau", "finance"),
        ("dispatch", "leadUnit", "FINANCE", "finance"),
        ("dispatch", "leadUnit", "郑州市活动办", "office.410100"),
        ("assignHandler", "handler", "示例·工信局经办", "industry.handler"),
        ("requestExtension", "until", "3个工作日后", "2026-10-13"),
        ("requestExtension", "until", "11月10日", "2026-11-10"),
        ("merge", "into", "47-1", "ZQ2026-000047-1"),
    ])
    func `stand for what people mean`(
        action: String, field: String, word: String, name: String
    ) throws {
        #expect(try value(action, field, .text(word)) == .text(name))
    }

    @Test func `of units are taken one by one`() throws {
        #expect(
            try value("dispatch", "supportingUnits", .list(["市财政局", "industry", "没有的局"]))
                == .list(["finance", "industry", "没有的局"]))
    }

    @Test(arguments: [
        ("dispatch", "leadUnit", "人民政府"), ("dispatch", "leadUnit", "没有的局"),
        ("approveResolution", "grade", "好"), ("requestExtension", "until", "改天"),
        ("assignHandler", "handler", "某人"), ("triage", "category", ""),
    ])
    func `stay as they are where nothing or more than one thing is meant`(
        action: String, field: String, word: String
    ) throws {
        #expect(try value(action, field, .text(word)) == .text(word))
    }

    @Test func `become whether something is so, and numbers`() throws {
        #expect(try value("file", "confidential", "是") == .boolean(true))
        #expect(try value("file", "confidential", "Ｎo") == .boolean(false))
        #expect(
            try understood("proposeResolution", ["落实成果": .object(["到岗人数": "３０人"])]).values
                == ["outcome": .object(["hired": .integer(30)])])
        #expect(
            try understood("proposeResolution", ["落实成果": .object(["到岗人数": "许多"])]).sentAt
                == ["outcome": "落实成果", "outcome/hired": "落实成果/到岗人数"])
    }

    @Test func `are of the category that is sent along`() throws {
        let sent: [String: FieldValue] = [
            "category": "拖欠账款", "needs": .object(["主张金额": "120万元", "debtor": "某公司"]),
        ]
        #expect(
            try understood("triage", sent).values == [
                "category": "ARR",
                "needs": .object(["claimed": .integer(1_200_000), "debtor": "某公司"]),
            ])
    }

    @Test func `of new issues are read for each`() throws {
        let new: FieldValue = .object([
            "category": "拖欠账款", "title": "t", "description": "d",
            "needs": .object(["主张金额": "５００"]),
        ])
        #expect(
            try understood("split", ["拆分事项": .list([new])]).sentAt == [
                "issues": "拆分事项", "issues/0/needs/claimed": "拆分事项/0/needs/主张金额",
            ])
        #expect(
            try value("split", "issues", .list([new]))
                == .list([
                    .object([
                        "category": "ARR", "title": "t", "description": "d",
                        "needs": .object(["claimed": .integer(500)]),
                    ])
                ]))
    }

    @Test func `that are identifiers already need no reading`() throws {
        let identifiers: [(String, [String: FieldValue])] = [
            ("accept", [:]), ("dispatch", ["leadUnit": .null]),
            (
                "dispatch",
                [
                    "leadUnit": "finance", "supportingUnits": .list(["industry"]), "class": "B",
                    "reason": "明天",
                ]
            ),
            ("requestExtension", ["until": "2026-10-16", "reason": "x"]),
            ("triage", ["class": "C", "needs": .object(["debtor": "某", "claimed": .integer(1)])]),
            ("proposeResolution", ["outcome": .object(["paid": "12.50"]), "result": "solved"]),
            ("merge", ["into": "ZQ2026-000047-1"]),
        ]
        for (action, values) in identifiers {
            #expect(world.areIdentifiers(values, ofAction: action), "\(action)")
        }
        let words: [(String, [String: FieldValue])] = [
            ("dispatch", ["leadUnit": "市财政局"]), ("dispatch", ["主办单位": "finance"]),
            ("requestExtension", ["until": "明天"]), ("nothing", ["x": "y"]),
            ("triage", ["needs": .object(["主张金额": .integer(1)])]), ("merge", ["into": "47-1"]),
        ]
        for (action, values) in words {
            #expect(!world.areIdentifiers(values, ofAction: action), "\(action)")
        }
    }

    @Test func `leave every identifier as it is`() throws {
        let values: [String: FieldValue] = [
            "leadUnit": "finance", "supportingUnits": .list(["industry"]), "class": "B",
            "reason": "市财政局",
        ]
        let understood = try understood("dispatch", values)
        #expect(understood.values == values && understood.sentAt.isEmpty)
    }

    @Test func `for actions are understood where they have one meaning`() throws {
        let issue = try Story.inHandling().issue
        #expect(world.action(called: "受理") == "accept")
        #expect(world.action(called: "accept") == "accept")
        #expect(world.action(called: "ＡＣＣＥＰＴ") == "accept")
        #expect(world.action(called: "到期未办结") == "到期未办结")
        #expect(world.action(called: "现场办结") == "现场办结")
        #expect(world.action(called: "现场办结", on: issue) == "solveOnSite")
        #expect(world.action(called: "飞") == "飞")
    }

    @Test func `that are none are refused with what is near`() throws {
        var story = try Story.dispatched()
        let (who, at) = ("industry.head", "10-09 12:00")
        #expect(
            try story.refusal("签手", by: who, at: at).near.map(\.zh) == ["签收"])
        #expect(try story.refusal("nonsense", by: who, at: at).near.isEmpty)
        var handled = try Story.inHandling()
        let refusal = try handled.refusal(
            "assignHandler", by: who, at: "10-09 14:00", ["handler": "示例·工信局经手"])
        #expect(refusal.faults.first?.field == "handler")
        #expect(refusal.faults.first?.problem.zh.contains("是否指示例·工信局经办") == true)
    }

    @Test func `that may mean several things are refused with these`() throws {
        var story = try Story("10-09 09:10")
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        let refusal = try story.refusal(
            "dispatch", by: "office.410102", at: "10-09 09:30", ["leadUnit": "人民政府"])
        let problem = try #require(refusal.faults.first?.problem)
        #expect(problem.zh.hasPrefix("“人民政府”可指"))
        #expect(problem.zh.hasSuffix("，请写明其一"))
    }
}

extension Refusal {
    fileprivate var near: [Label] {
        if case .unknownAction(_, .unknown(let near), _) = self { near.map(\.label) } else { [] }
    }

    fileprivate var faults: [FieldFault] {
        if case .invalidFields(let faults) = self { faults } else { [] }
    }
}
