import APIModel
import Languages

/// The columns of a list of issues.
enum IssueListColumn: String, ListColumn {
    case light, number, `class`, state, title, enterprise, category, division, lead, supporting
    case handler, due, remaining, level, card, filed, updated

    var label: Label {
        switch self {
        case .light: Label(zh: "灯", en: "light")
        case .number: Label(zh: "编号", en: "number")
        case .class: Label(zh: "分类", en: "class")
        case .state: Label(zh: "状态", en: "state")
        case .title: Label(zh: "标题", en: "title")
        case .enterprise: Label(zh: "企业", en: "enterprise")
        case .category: Label(zh: "类别", en: "category")
        case .division: Label(zh: "属地", en: "division")
        case .lead: Label(zh: "主办", en: "lead")
        case .supporting: Label(zh: "协办", en: "supporting")
        case .handler: Label(zh: "承办", en: "handler")
        case .due: Label(zh: "期限", en: "due")
        case .remaining: Label(zh: "剩余", en: "remaining")
        case .level: Label(zh: "级别", en: "level")
        case .card: Label(zh: "牌", en: "card")
        case .filed: Label(zh: "登记时间", en: "filed")
        case .updated: Label(zh: "更新时间", en: "updated")
        }
    }

    var others: [String] {
        switch self {
        case .light: ["信号", "signal"]
        case .number: ["问题", "issue"]
        case .enterprise: ["关于", "about"]
        case .lead: ["主办单位", "leadUnit"]
        case .supporting: ["协办单位", "supportingUnits"]
        case .handler: ["经办", "经办人"]
        case .due: ["到期", "时限", "dueAt"]
        case .remaining: ["剩", "rest"]
        case .level: ["提级"]
        case .filed: ["登记", "createdAt"]
        case .updated: ["更新", "updatedAt"]
        case .class, .state, .title, .category, .division, .card: []
        }
    }

    func text(of issue: IssueAnswer, in words: ListWords) -> String {
        let language = words.language
        return switch self {
        case .light: issue.signal.map { SignalLight(signal: $0).text(in: language) } ?? ""
        case .number: words.number(issue.number)
        case .class: issue.class
        case .state: language(issue.stateLabel)
        case .title: issue.title
        case .enterprise: issue.enterprise?.name ?? issue.subject?.name ?? ""
        case .category: issue.categoryLabel.map { language($0) } ?? issue.category
        case .division: issue.divisionLabel.map { language($0) } ?? issue.division
        case .lead: issue.leadUnit?.name ?? ""
        case .supporting: language.list(issue.supportingUnits.map(\.name))
        case .handler: issue.handler?.name ?? ""
        case .due: words.moment(issue.dueAt)
        case .remaining: DueText(issue: issue, language: language).remaining ?? ""
        case .level: issue.level > 0 ? "\(issue.level)" : ""
        case .card: issue.cardLabel.map { language($0) } ?? issue.card ?? ""
        case .filed: words.moment(issue.createdAt)
        case .updated: words.moment(issue.updatedAt)
        }
    }

    func paint(of issue: IssueAnswer) -> Paint? {
        self == .light ? SignalLight(signal: issue.signal).paint : nil
    }

    /// What is left is counted in several units: the instant decides.
    func key(of issue: IssueAnswer) -> SortKey {
        switch self {
        case .light: .of(issue.signal)
        case .number: .number(issue.number)
        case .class: .text(issue.class)
        case .state: .text(issue.stateLabel.zh)
        case .title: .text(issue.title)
        case .enterprise: .of(issue.enterprise?.name ?? issue.subject?.name)
        case .category: .text(issue.category)
        case .division: .text(issue.division)
        case .lead: .of(issue.leadUnit?.name)
        case .supporting: .of(issue.supportingUnits.first?.name)
        case .handler: .of(issue.handler?.name)
        case .due, .remaining: .of(issue.dueAt)
        case .level: .count(Int64(issue.level))
        case .card: .of(issue.card)
        case .filed: .text(issue.createdAt)
        case .updated: .text(issue.updatedAt)
        }
    }
}
