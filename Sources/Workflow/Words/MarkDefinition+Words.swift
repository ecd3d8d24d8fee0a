package import Languages
import WorkingTime

extension MarkDefinition {
    /// Says in words what happens at the mark.
    package var words: Label {
        Label(
            zh: "\(moment.label.zh) 时“\(action)”", en: "`\(action)` at \(moment.words)")
    }
}

extension MarkDefinition.Moment {
    /// The moment as definitions write it.
    package var words: String {
        switch self {
        case .amber: "amber"
        case .due: "due"
        case .offset(let offset): offset.description
        }
    }
}

extension MarkDefinition.Moment {
    fileprivate var label: Label {
        switch self {
        case .amber: Label(zh: "黄灯", en: words)
        case .due: Label(zh: "到期", en: words)
        case .offset: Label(words)
        }
    }
}

extension ClassDefinition.ExtensionAllowance {
    /// Says in words which extensions are allowed.
    package var words: Label {
        Label(
            zh: "\(atMostTimes) 次"
                + (totalWorkingDays.map { "，合计 \($0) 个工作日" } ?? "，依计划的日期"),
            en: "\(atMostTimes) time(s)"
                + (totalWorkingDays.map { ", \($0) working days in all" }
                    ?? ", by the dates of a plan"))
    }
}
