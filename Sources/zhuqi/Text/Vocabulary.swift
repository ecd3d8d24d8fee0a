import APIModel
import Languages
import Workflow

/// Says in words what the API names by identifiers without a label of their own.
///
/// A name that is not here is shown as it is: workflows may add their own.
struct Vocabulary {
    let language: Language
    /// Names of units and people by code or login, where the server sent them.
    var names: [String: String] = [:]

    func role(_ name: String) -> String { word(Self.roles, name) }
    func clockStatus(_ name: String) -> String { word(Self.clockStatuses, name) }
    /// What people call a field or an attribute.
    func field(_ name: String) -> String {
        if let label = Attribute(name: name)?.label { return language(label.zh, label.en) }
        return word(Self.fields, name)
    }
    func choice(_ name: String) -> String { word(Self.choices, name) }
    func card(_ name: String) -> String { word(Self.cards, name) }
    func level(_ level: Int) -> String { language("\(level)级", "level \(level)") }

    private func word(_ words: [String: LabelAnswer], _ name: String) -> String {
        words[name].map { language($0) } ?? name.plain
    }

    private typealias Words = [String: LabelAnswer]

    private static func words(_ rows: [(String, String, String)]) -> Words {
        Words(uniqueKeysWithValues: rows.map { ($0, LabelAnswer(zh: $1, en: $2)) })
    }

    private static let roles = words([
        ("serviceOfficer", "服务员", "service officer"), ("handler", "承办人", "handler"),
        ("unitHead", "单位负责人", "head of unit"), ("taskForce", "专班", "task force"),
        ("districtOffice", "区县活动办", "district office"),
        ("cityOffice", "市活动办", "city office"), ("leader", "领导", "leader"),
        ("caller", "回访员", "caller"), ("auditor", "审计员", "auditor"),
        ("integrator", "接入系统", "integrator"), ("system", "系统", "system"),
        ("enterprise", "企业", "enterprise"),
        ("systemAdministrator", "系统管理员", "system administrator"),
        ("securityAdministrator", "安全管理员", "security administrator"),
        ("auditAdministrator", "审计管理员", "audit administrator"),
    ])

    private static let clockStatuses = words([
        ("running", "计时中", "running"), ("paused", "暂停", "paused"),
        ("held", "待计时", "held"), ("met", "按时", "met"), ("late", "超期完成", "late"),
        ("cancelled", "取消", "cancelled"),
    ])

    /// Fields of actions; those that bear the name of an attribute are declared with that.
    static let fields: [String: LabelAnswer] = words([
        ("draftReply", "拟答复", "draft reply"), ("reason", "理由", "reason"),
        ("evidence", "佐证", "evidence"), ("legalBasis", "依据", "legal basis"),
        ("progress", "进展", "progress"), ("unmet", "未达要求", "unmet"), ("title", "标题", "title"),
        ("description", "诉求", "description"), ("needs", "需求", "needs"), ("dueAt", "到期", "due"),
        ("originalDueAt", "原到期", "originally due"), ("text", "内容", "text"),
        ("visibility", "可见范围", "visible to"), ("question", "征求事项", "question"),
        ("opinion", "意见", "opinion"), ("until", "延至", "until"),
        ("explanation", "说明", "explanation"), ("record", "回访记录", "record"),
        ("reached", "接通", "reached"), ("finding", "复核情况", "finding"),
        ("reasonCode", "退单原因", "reason code"), ("dispatchedOn", "原交办日期", "dispatched on"),
        ("reportedOn", "原办结日期", "reported on"), ("sentBackOn", "原退单日期", "sent back on"),
        ("pausedOn", "原挂起日期", "suspended on"), ("reworkOn", "原重办日期", "rework since"),
        ("confirmedOn", "原服务确认日期", "service confirmed on"),
        ("evaluatedOn", "原评价日期", "evaluated on"), ("dueOn", "原期限", "due on"),
        ("step", "节点", "step"),
    ])

    private static let choices = words([
        ("yellow", "黄牌", "yellow"), ("red", "红牌", "red"), ("solved", "已解决", "solved"),
        ("partly", "部分解决", "partly solved"), ("explained", "已解释", "explained"),
        ("cannot", "无法解决", "cannot be solved"), ("satisfied", "满意", "satisfied"),
        ("basicallySatisfied", "基本满意", "basically satisfied"),
        ("dissatisfied", "不满意", "dissatisfied"),
        ("notEvaluated", "未评价", "not evaluated"), ("excellent", "优秀", "excellent"),
        ("good", "良好", "good"), ("pass", "合格", "pass"),
        ("internal", "内部", "internal"), ("enterprise", "企业", "the enterprise"),
        ("callBack", "回访", "a call-back"),
    ])

    private static let cards = words([
        ("yellow", "黄牌", "yellow card"), ("red", "红牌", "red card"),
    ])
}
