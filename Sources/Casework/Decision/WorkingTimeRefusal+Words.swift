package import Languages
package import WorkingTime

extension WorkingTimeRefusal {
    /// Says why in whole sentences, with instants in UTC.
    package var words: Label { words(in: .utc) }

    /// Says why in whole sentences, with instants as the clocks of a zone show them.
    package func words(in zone: ZoneTable) -> Label {
        Label(zh: chinese(in: zone), en: message(in: zone))
    }

    private func chinese(in zone: ZoneTable) -> String {
        switch self {
        case .badText(let text, let expected): "“\(text)”格式不正确，应为 \(expected)。"
        case .badDate(let text): "“\(text)”不是有效日期。"
        case .badTime(let text): "“\(text)”不是有效时刻。"
        case .unknownTimeZone(let name): "没有时区“\(name)”。"
        case .negative(let value): "\(value) 小于零。"
        case .overflow: "结果超出公元 1 年至 9999 年。"
        case .outsideCalendar(let at): "\(at.rfc3339(in: zone)) 早于工作日历的第一天。"
        case .beyondHorizon: "结果晚于工作日历推算的最后一天。"
        case .stillPaused(let since): "自 \(since.rfc3339(in: zone)) 起挂起，尚未恢复，没有截止时间。"
        case .pauseEndsBeforeItBegins(let at): "\(at.rfc3339(in: zone)) 开始的挂起时段结束早于开始。"
        case .endBeforeStart(let start, let end):
            "结束时刻 \(end.rfc3339(in: zone)) 早于起算时刻 \(start.rfc3339(in: zone))。"
        }
    }
}
