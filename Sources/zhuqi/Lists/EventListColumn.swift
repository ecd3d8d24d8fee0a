import APIModel
import Languages

/// The columns of a history that is written as a table.
enum EventListColumn: String, ListColumn {
    case sequence, time, action, state, by, role, comment, details

    var label: Label {
        switch self {
        case .sequence: Label(zh: "序号", en: "sequence")
        case .time: Label(zh: "时间", en: "time")
        case .action: Label(zh: "动作", en: "action")
        case .state: Label(zh: "状态", en: "state")
        case .by: Label(zh: "办理人", en: "by")
        case .role: Label(zh: "身份", en: "role")
        case .comment: Label(zh: "说明", en: "comment")
        case .details: Label(zh: "详情", en: "details")
        }
    }

    var others: [String] { [] }

    func text(of event: EventAnswer, in words: ListWords) -> String {
        let language = words.language
        return switch self {
        case .sequence: "\(event.sequence)"
        case .time: words.moment(event.at)
        case .action: language(event.actionLabel)
        case .state: StatePath(event: event, language: language).text
        case .by: event.by?.name ?? ""
        case .role: language(event.roleLabel)
        case .comment: event.comment ?? ""
        case .details:
            EventDetails(event: event, language: language).lines.joined(separator: "\n")
        }
    }

    func key(of event: EventAnswer) -> SortKey { .count(Int64(event.sequence)) }
}
