import APIModel

/// One action that somebody takes, sensible or not.
struct RandomAction: Sendable {
    let action: String
    let login: String
    let fields: [String: JSONValue]

    static func draw(_ random: inout Seeded) -> RandomAction {
        guard var drawn = all.randomElement(using: &random) else { preconditionFailure("none") }
        if random.chance(5), let stranger = strangers.randomElement(using: &random) {
            drawn = RandomAction(action: drawn.action, login: stranger, fields: drawn.fields)
        }
        return drawn
    }

    /// Everybody who may be drawn.
    static let logins = Set(all.map(\.login) + strangers)

    private static let strangers = [People.strangerOffice, People.auditor, "officer2"]

    private init(action: String, login: String, fields: [String: JSONValue]) {
        self.action = action
        self.login = login
        self.fields = fields
    }

    private init(_ action: String, _ login: String, _ fields: [String: JSONValue] = [:]) {
        self.init(action: action, login: login, fields: fields)
    }

    private static let all: [RandomAction] = everyday + offices + units

    private static let everyday = [People.officer, People.handler, People.head, People.supporter]
        .flatMap { login in
            [
                RandomAction(
                    "note", login, ["text": .text("备注"), "visibility": .text("internal")]),
                RandomAction("remind", login, ["text": .text("请尽快办理")]),
            ]
        }

    private static let offices = [
        RandomAction("accept", People.office),
        RandomAction("triage", People.office, ["class": .text("B")]),
        RandomAction("dispatch", People.office, ["leadUnit": .text("industry")]),
        RandomAction("amend", People.office, ["title": .text("更正后的标题"), "reason": .text("笔误")]),
        RandomAction(
            "amend", People.officer, ["description": .text("补充说明"), "reason": .text("补充")]),
        RandomAction("giveCard", People.office, ["card": .text("yellow"), "reason": .text("进展慢")]),
        RandomAction("supervise", People.cityOffice, ["text": .text("请三日内报结果")]),
        RandomAction("instruct", People.leader, ["text": .text("尽快办结")]),
        RandomAction("reclassify", People.office, ["class": .text("C"), "reason": .text("情况变化")]),
        RandomAction("refuseExtension", People.office, ["reason": .text("理由不足")]),
        RandomAction("convene", People.office), RandomAction("note", People.office),
        RandomAction(
            "conclude", People.cityOffice, ["minutes": .text("会商纪要")]),
    ]

    private static let units = [
        RandomAction("acknowledge", People.handler), RandomAction("claim", People.handler),
        RandomAction("assignHandler", People.head, ["handler": .text(People.handler)]),
        RandomAction("reportProgress", People.handler, ["text": .text("正在协调")]),
        RandomAction("reportProgress", People.head, ["text": .text("已到位一半")]),
        RandomAction("suspend", People.handler, ["reason": .text("待企业补充材料")]),
        RandomAction(
            "requestExtension", People.handler,
            [
                "until": .text("2026-11-05"), "reason": .text("货源不足"),
                "plan": .list([
                    .object(["on": .text("2026-10-28"), "what": .text("到货")])
                ]),
            ]),
        RandomAction("proposeResolution", People.handler, Walk.reply),
        RandomAction("returnToHandler", People.head, ["reason": .text("材料不全")]),
        RandomAction("giveOpinion", People.supporter, ["opinion": .text("同意")]),
    ]
}
