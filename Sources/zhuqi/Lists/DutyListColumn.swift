import APIModel
import Languages

/// The columns of a list of what is owed.
enum DutyListColumn: String, ListColumn {
    case number, title, about, owed, due, remaining, `class`, level, state, owedBy, light, since

    var label: Label {
        switch self {
        case .number: Label(zh: "编号", en: "number")
        case .title: Label(zh: "标题", en: "title")
        case .about: Label(zh: "企业", en: "enterprise")
        case .owed: Label(zh: "待办", en: "owed")
        case .due: Label(zh: "期限", en: "due")
        case .remaining: Label(zh: "剩余", en: "remaining")
        case .class: Label(zh: "分类", en: "class")
        case .level: Label(zh: "级别", en: "level")
        case .state: Label(zh: "状态", en: "state")
        case .owedBy: Label(zh: "责任方", en: "owed by")
        case .light: Label(zh: "灯", en: "light")
        case .since: Label(zh: "自何时", en: "since")
        }
    }

    var others: [String] {
        switch self {
        case .number: ["issue", "问题"]
        case .about: ["关于"]
        case .due: ["到期", "时限", "dueAt"]
        case .remaining: ["剩", "rest"]
        case .light: ["信号", "signal"]
        case .owedBy: ["谁办", "holder"]
        case .level: ["提级"]
        case .title, .owed, .class, .state, .since: []
        }
    }

    func text(of duty: DutyAnswer, in words: ListWords) -> String {
        let language = words.language
        return switch self {
        case .number: words.number(duty.issue)
        case .title: duty.title
        case .about: duty.about ?? ""
        case .owed: DutyWords(language: language).owed(duty)
        case .due: words.moment(duty.dueAt)
        case .remaining: DutyWords(language: language).rest(duty)
        case .class: duty.class
        case .level: duty.level > 0 ? "\(duty.level)" : ""
        case .state: language(duty.stateLabel)
        case .owedBy: language.list(duty.owedBy.map { language($0) })
        case .light: duty.signal.map { SignalLight(signal: $0).text(in: language) } ?? ""
        case .since: words.moment(duty.since)
        }
    }

    func paint(of duty: DutyAnswer) -> Paint? {
        switch self {
        case .light: SignalLight(signal: duty.signal).paint
        case .remaining: duty.isOverdue == true ? .red : nil
        case .number, .title, .about, .owed, .due, .class, .level, .state, .owedBy, .since: nil
        }
    }

    /// What is left is counted in several units: the instant decides.
    func key(of duty: DutyAnswer) -> SortKey {
        switch self {
        case .number: .number(duty.issue)
        case .title: .text(duty.title)
        case .about: .of(duty.about)
        case .owed: .text(DutyWords(language: .zh).owed(duty))
        case .due, .remaining: .of(duty.dueAt)
        case .class: .text(duty.class)
        case .level: .count(Int64(duty.level))
        case .state: .text(duty.stateLabel.zh)
        case .owedBy: .of(duty.owedBy.first?.zh)
        case .light: .of(duty.signal)
        case .since: .text(duty.since)
        }
    }
}
